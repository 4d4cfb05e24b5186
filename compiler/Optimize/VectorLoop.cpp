//===- VectorLoop.cpp - The body of a loop over 128-bit vectors ------------===//

#include "Optimize/VectorLoop.h"
#include "Optimize/CountedLoops.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/VectorUtils.h"

using namespace llvm;

namespace w2n {

/// By how much V advances in each iteration; null where that is not a constant.
const APInt *VectorLoop::stepOf(Value *V) const {
  const SCEVAddRecExpr *Known = findRecurrence(V, L, Evolution);
  return Known ? &w2n::stepOf(*Known, Evolution) : nullptr;
}

/// A vector that is widened with the loop, or a value that each iteration sees alike.
bool VectorLoop::isWideOrInvariant(Value *V) const {
  return L.isLoopInvariant(V) || isa<FixedVectorType>(V->getType());
}

bool VectorLoop::isUsedAfter(const Instruction &I) const {
  return any_of(I.users(), [&](const User *U) { return !L.contains(cast<Instruction>(U)); });
}

bool VectorLoop::isNextOfPhi(const Instruction &I) const {
  return any_of(Body.phis(),
                [&](const PHINode &Phi) { return Phi.getIncomingValueForBlock(&Body) == &I; });
}

bool VectorLoop::canWidenScalar(Instruction &I) const {
  if (isa<PHINode>(I))
    return stepOf(&I) != nullptr && !isUsedAfter(I);
  return !I.mayHaveSideEffects() && !I.mayReadFromMemory() && (!isUsedAfter(I) || isNextOfPhi(I)) &&
         none_of(I.operand_values(), [](const Value *V) { return V->getType()->isVectorTy(); });
}

bool VectorLoop::canWidenAccess(Instruction &I) const {
  const auto *Load = dyn_cast<LoadInst>(&I);
  const auto *Store = dyn_cast<StoreInst>(&I);
  if (Load ? !Load->isSimple() : !Store->isSimple())
    return false;
  const APInt *Step = stepOf(getLoadStorePointerOperand(&I));
  return Step && *Step == VectorBits / 8 &&
         getLoadStoreType(&I)->getPrimitiveSizeInBits() == VectorBits;
}

/// Whether all that is made of a vector of the iteration before is made once there is that of this
/// iteration.
bool VectorLoop::canCarry(PHINode &Phi) const {
  const auto *Next = dyn_cast<Instruction>(Phi.getIncomingValueForBlock(&Body));
  return Next && Next->getParent() == &Body && !isa<PHINode>(Next) &&
         all_of(Phi.users(), [&](const User *U) {
           const auto *I = cast<Instruction>(U);
           return I->getParent() == &Body && !isa<PHINode>(I) && Next->comesBefore(I);
         });
}

bool VectorLoop::canWidenVector(Instruction &I) const {
  if (isUsedAfter(I) && !isNextOfPhi(I))
    return false;
  if (auto *Phi = dyn_cast<PHINode>(&I))
    return canCarry(*Phi);
  if (isa<LoadInst, StoreInst>(I))
    return canWidenAccess(I);
  if (!all_of(I.operand_values(), [&](Value *V) { return isWideOrInvariant(V); }))
    return false;
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return isTriviallyVectorizable(Call->getIntrinsicID());
  if (isa<CastInst>(I))
    return I.getOperand(0)->getType()->isVectorTy();
  return isa<BinaryOperator, UnaryOperator, CmpInst, SelectInst, ShuffleVectorInst, FreezeInst>(I);
}

bool VectorLoop::canWiden() const {
  if (L.getNumBlocks() != 1 || !L.isLoopSimplifyForm() || !L.getExitBlock() ||
      !isa<BranchInst>(Body.getTerminator()))
    return false;
  bool HasVectors = false;
  for (Instruction &I : Body) {
    const bool IsVector = isa<StoreInst>(I) || I.getType()->isVectorTy();
    HasVectors |= IsVector;
    if (!I.isTerminator() && !(IsVector ? canWidenVector(I) : canWidenScalar(I)))
      return false;
  }
  return HasVectors;
}

/// The lanes of a vector, in the type in which shuffles count them.
static int laneCount(const Type &Vector) {
  return static_cast<int>(cast<FixedVectorType>(Vector).getNumElements());
}

Type *VectorLoop::wideType(Type *T) const {
  auto *Vector = dyn_cast<FixedVectorType>(T);
  return Vector ? FixedVectorType::get(Vector->getElementType(), Vector->getNumElements() * Factor)
                : T;
}

/// The vectors that V is in all of the iterations; scalars are the same in all.
Value *VectorLoop::wideValue(Value *V) {
  auto *Type = dyn_cast<FixedVectorType>(V->getType());
  if (!Type)
    return V;
  Value *&Known = Wide[V];
  if (Known)
    return Known;
  IRBuilder<> Before(L.getLoopPreheader()->getTerminator());
  SmallVector<int> Lanes;
  for (unsigned Iteration = 0; Iteration < Factor; ++Iteration)
    append_range(Lanes, seq(laneCount(*Type)));
  return Known = Before.CreateShuffleVector(V, Lanes);
}

Value *VectorLoop::widenShuffle(ShuffleVectorInst &Shuffle, IRBuilderBase &Builder) {
  const int Lanes = laneCount(*Shuffle.getOperand(0)->getType());
  SmallVector<int> Mask;
  for (int Iteration = 0; Iteration < int(Factor); ++Iteration)
    for (const int Lane : Shuffle.getShuffleMask()) {
      const int Second = Lane >= Lanes ? Lanes * (int(Factor) - 1) : 0;
      Mask.push_back(Lane == PoisonMaskElem ? Lane : Lane + Second + Iteration * Lanes);
    }
  return Builder.CreateShuffleVector(wideValue(Shuffle.getOperand(0)),
                                     wideValue(Shuffle.getOperand(1)), Mask);
}

Value *VectorLoop::widenCall(IntrinsicInst &Call, IRBuilderBase &Builder) {
  const Intrinsic::ID Name = Call.getIntrinsicID();
  SmallVector<Type *> Overloads;
  if (isVectorIntrinsicWithOverloadTypeAtArg(Name, -1, &Costs))
    Overloads.push_back(wideType(Call.getType()));
  SmallVector<Value *> Arguments;
  for (const auto &[Index, Argument] : enumerate(Call.args())) {
    Arguments.push_back(wideValue(Argument));
    if (isVectorIntrinsicWithOverloadTypeAtArg(Name, static_cast<int>(Index), &Costs))
      Overloads.push_back(Arguments.back()->getType());
  }
  return Builder.CreateIntrinsic(Name, Overloads, Arguments);
}

Value *VectorLoop::widen(Instruction &I) {
  IRBuilder<> Builder(&I);
  if (auto *Shuffle = dyn_cast<ShuffleVectorInst>(&I))
    return widenShuffle(*Shuffle, Builder);
  if (auto *Call = dyn_cast<IntrinsicInst>(&I))
    return widenCall(*Call, Builder);
  Instruction *Copy = I.clone();
  for (Use &Operand : Copy->operands())
    Operand = wideValue(Operand);
  Copy->mutateType(wideType(I.getType()));
  return Builder.Insert(Copy);
}

/// Makes of the vectors of these iterations and of the last of those before what a phi is in each,
/// and the last one for what comes after the loop.
void VectorLoop::carry(PHINode &Phi) {
  Value *Former = Phi.getIncomingValueForBlock(&Body);
  Value *Next = Wide[Former];
  const int Lanes = laneCount(*Phi.getType());
  const int Last = Lanes * (int(Factor) - 1);
  IRBuilder<> Builder(L.getLoopPreheader()->getTerminator());
  SmallVector<int> Start(Last, PoisonMaskElem);
  append_range(Start, seq(Lanes));
  Value *First =
      Builder.CreateShuffleVector(Phi.getIncomingValueForBlock(L.getLoopPreheader()), Start);
  Builder.SetInsertPoint(&Body.front());
  PHINode *Before = Builder.CreatePHI(Next->getType(), 2);
  Before->addIncoming(First, L.getLoopPreheader());
  Before->addIncoming(Next, &Body);
  Builder.SetInsertPoint(cast<Instruction>(Former));
  Wide[&Phi] =
      Builder.CreateShuffleVector(Before, Next, to_vector(seq(Last, Last + Lanes * int(Factor))));
  Former->replaceUsesOutsideBlock(
      Builder.CreateShuffleVector(Next, to_vector(seq(Last, Last + Lanes))), &Body);
}

/// Each phi, and what is left of it after the loop, advances by as many steps as the iterations
/// that are done at once.
void VectorLoop::advancePhis() {
  auto *Condition = cast<Instruction>(cast<BranchInst>(Body.getTerminator())->getCondition());
  IRBuilder<> Builder(Condition);
  SmallVector<std::pair<PHINode *, APInt>> Steps;
  for (PHINode &Phi : Body.phis())
    if (!Phi.getType()->isVectorTy())
      Steps.emplace_back(&Phi, *stepOf(&Phi));
  for (const auto &[Phi, Step] : Steps) {
    Value *Distance = Builder.getInt(Step * Factor);
    Value *Next = Phi->getType()->isPointerTy() ? Builder.CreatePtrAdd(Phi, Distance)
                                                : Builder.CreateAdd(Phi, Distance);
    Value *Former = Phi->getIncomingValueForBlock(&Body);
    Phi->setIncomingValueForBlock(&Body, Next);
    Former->replaceUsesOutsideBlock(Next, &Body);
    Condition->replaceUsesOfWith(Former, Next);
  }
}

void VectorLoop::widen(unsigned Number) {
  Factor = Number;
  Evolution.forgetLoop(&L);
  advancePhis();
  SmallVector<Instruction *> Narrow;
  for (Instruction &I : Body)
    if (isa<StoreInst>(I) || I.getType()->isVectorTy())
      Narrow.push_back(&I);
  for (Instruction *I : Narrow) {
    if (isa<PHINode>(I))
      continue;
    Wide[I] = widen(*I);
    for (PHINode &Phi : make_early_inc_range(Body.phis()))
      if (Phi.getType()->isVectorTy() && Phi.getIncomingValueForBlock(&Body) == I)
        carry(Phi);
  }
  for (Instruction *I : reverse(Narrow)) {
    I->replaceAllUsesWith(PoisonValue::get(I->getType()));
    I->eraseFromParent();
  }
}

} // namespace w2n
