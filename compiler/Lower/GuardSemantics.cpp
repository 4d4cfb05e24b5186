//===- GuardSemantics.cpp - What LLVM must not take for granted ------------===//
//
// LLVM may drop a load whose value nobody uses, or load a part of it; wasm's traps where
// it is out of bounds. LLVM may take x * 1 for x; wasm's quiets a signalling NaN. Plain loads and
// plain arithmetic are what makes code fast, so only those that are in question are
// marked, after locals have become values and before anything else has run.
//
//===----------------------------------------------------------------------===//

#include "Lower/AliasTags.h"
#include "Lower/CodeCall.h"
#include "Lower/Lower.h"
#include "Lower/PartialLoads.h"
#include "Lower/StackCheck.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

#include <optional>

using namespace llvm;

namespace w2n {

namespace {

void promoteLocals(llvm::Function &F) {
  SmallVector<AllocaInst *> Allocas;
  for (llvm::Instruction &I : F.getEntryBlock())
    if (auto *Alloca = dyn_cast<AllocaInst>(&I); Alloca && isAllocaPromotable(Alloca))
      Allocas.push_back(Alloca);
  if (Allocas.empty())
    return;
  DominatorTree Dominators(F);
  PromoteMemToReg(Allocas, Dominators);
}

/// Makes an empty piece of assembly depend on the results of a call: LLVM may find
/// that the function does nothing but give them. (llvm.fake.use is not enough: it does
/// not keep alive a call of the function that it stands in.)
void keepResult(CallInst &Call) {
  IRBuilder<> Builder(Call.getNextNode());
  const auto Use = [&](Value *Result) {
    // A register of integers holds no vector, but its bits can be there in some form.
    if (Result->getType()->isVectorTy())
      Result = Builder.CreateOrReduce(
          Builder.CreateBitCast(Result, FixedVectorType::get(Builder.getInt64Ty(), 2)));
    if (Result->getType()->isFloatingPointTy())
      Result = Builder.CreateBitCast(
          Result, Builder.getIntNTy(Result->getType()->getPrimitiveSizeInBits()));
    auto *Type = FunctionType::get(Builder.getVoidTy(), {Result->getType()}, false);
    CallInst *Asm =
        Builder.CreateCall(InlineAsm::get(Type, "", "r", /*hasSideEffects=*/true), {Result});
    Asm->setMemoryEffects(MemoryEffects::inaccessibleMemOnly());
    Asm->setDoesNotThrow();
  };
  if (!Call.getType()->isStructTy())
    return Use(&Call);
  for (unsigned I = 0; I < Call.getType()->getStructNumElements(); ++I)
    Use(Builder.CreateExtractValue(&Call, I));
}

/// Whether a load reads what a call has written to a buffer for its results.
bool isResult(const LoadInst &Load) {
  return isa<AllocaInst>(Load.getPointerOperand()->stripInBoundsOffsets());
}

bool hasEffect(const llvm::Instruction &I) { return I.isTerminator() || I.mayHaveSideEffects(); }

/// Which values something with an effect depends on.
class UsedValues {
public:
  explicit UsedValues(llvm::Function &F) : F(F) {}

  bool contains(llvm::Instruction &Value);

private:
  llvm::Function &F;
  /// Filled when a value is asked for whose users are too many to follow.
  std::optional<SmallPtrSet<llvm::Instruction *, 32>> All;

  static std::optional<bool> findNear(llvm::Instruction &Value);
  void findAll();
};

/// The same, by following the users of one value; nothing where they are many.
std::optional<bool> UsedValues::findNear(llvm::Instruction &Value) {
  constexpr size_t MaxVisited = 16;
  SmallVector<llvm::Instruction *, MaxVisited> Visited = {&Value};
  for (size_t Next = 0; Next < Visited.size(); ++Next)
    for (User *Each : Visited[Next]->users()) {
      auto *I = cast<llvm::Instruction>(Each);
      if (hasEffect(*I))
        return true;
      if (is_contained(Visited, I))
        continue;
      if (Visited.size() == MaxVisited)
        return std::nullopt;
      Visited.push_back(I);
    }
  return false;
}

void UsedValues::findAll() {
  All.emplace();
  SmallVector<llvm::Instruction *> Work;
  for (llvm::Instruction &I : instructions(F))
    if (hasEffect(I))
      Work.push_back(&I);
  while (!Work.empty())
    for (Value *Operand : Work.pop_back_val()->operands())
      if (auto *I = dyn_cast<llvm::Instruction>(Operand); I && All->insert(I).second)
        if (!hasEffect(*I))
          Work.push_back(I);
}

bool UsedValues::contains(llvm::Instruction &Value) {
  if (const auto IsUsed = findNear(Value))
    return *IsUsed;
  if (!All)
    findAll();
  return All->contains(&Value);
}

/// Loads from linear memory that nothing with an effect depends on become volatile, and
/// those whose last byte is not used; what a call gives for nothing to use may come from
/// such a load.
void keepDroppedLoads(llvm::Function &F, const AliasTags &Tags) {
  UsedValues Used(F);
  // Marked only when all are found, since what is marked has an effect.
  SmallVector<LoadInst *> Loads;
  SmallVector<CallInst *> Calls;
  for (llvm::Instruction &I : instructions(F)) {
    // Tags last: metadata is looked up in a table.
    if (auto *Load = dyn_cast<LoadInst>(&I); Load && (!needsLastByte(*Load) || !Used.contains(I)) &&
                                             (isResult(*Load) || Tags.isGuardedMemory(I)))
      Loads.push_back(Load);
    if (auto *Call = dyn_cast<CallInst>(&I); Call && isCodeConvention(Call->getCallingConv()) &&
                                             !Call->getType()->isVoidTy() && !Used.contains(I))
      Calls.push_back(Call);
  }
  for (LoadInst *Load : Loads)
    Load->setVolatile(true);
  for (CallInst *Call : Calls)
    keepResult(*Call);
}

bool isAny(const APFloat &Value, std::initializer_list<double> Candidates) {
  return any_of(Candidates, [&](double Candidate) {
    APFloat Other(Candidate);
    bool Inexact = false;
    Other.convert(Value.getSemantics(), APFloat::rmNearestTiesToEven, &Inexact);
    return Value.bitwiseIsEqual(Other);
  });
}

/// Whether LLVM has a rule that takes the operation with this constant for one of
/// its operands, or for a change of its sign.
bool isIdentity(const llvm::Instruction &I, const APFloat &Value) {
  switch (I.getOpcode()) {
  case llvm::Instruction::FAdd:
  case llvm::Instruction::FSub:
    return Value.isZero();
  case llvm::Instruction::FMul:
  case llvm::Instruction::FDiv:
    return isAny(Value, {1.0, -1.0});
  case llvm::Instruction::Call:
    return Value.isInfinity() || Value.isLargest();
  default:
    return false;
  }
}

/// What the bits of a value come from.
Value *withoutBitCasts(Value *V) {
  while (auto *Cast = dyn_cast<BitCastInst>(V))
    V = Cast->getOperand(0);
  return V;
}

/// The constant that a value is, or null. A constant vector may stand behind a cast.
Constant *constantOf(Value *V, const DataLayout &Layout) {
  auto *Source = dyn_cast<Constant>(withoutBitCasts(V));
  if (!Source)
    return nullptr;
  Source = ConstantFoldConstant(Source, Layout);
  return ConstantFoldCastOperand(llvm::Instruction::BitCast, Source, V->getType(), Layout);
}

/// The same, where any lane of a vector counts.
bool isIdentity(const llvm::Instruction &I, Constant &Operand) {
  if (const auto *Number = dyn_cast<ConstantFP>(&Operand))
    return isIdentity(I, Number->getValueAPF());
  const auto *Type = dyn_cast<FixedVectorType>(Operand.getType());
  for (unsigned Lane = 0; Type && Lane < Type->getNumElements(); ++Lane)
    if (const auto *Number = dyn_cast_or_null<ConstantFP>(Operand.getAggregateElement(Lane));
        Number && isIdentity(I, Number->getValueAPF()))
      return true;
  return false;
}

/// Hides a value from the optimiser.
void fence(Use &Operand) {
  auto *User = cast<llvm::Instruction>(Operand.getUser());
  IRBuilder<> Builder(User);
  Operand.set(
      Builder.CreateIntrinsic(Intrinsic::arithmetic_fence, {Operand->getType()}, {Operand.get()}));
}

bool isMinimumOrMaximum(const llvm::Instruction &I) {
  const auto *Call = dyn_cast<IntrinsicInst>(&I);
  return Call && (Call->getIntrinsicID() == Intrinsic::minimum ||
                  Call->getIntrinsicID() == Intrinsic::maximum);
}

/// Whether two values are computed in the same way, so that the optimiser may find out that
/// they are the same. A load counts, as if nothing were written between the two.
bool isSameComputation(Value *A, Value *B, unsigned Depth = 8) {
  A = withoutBitCasts(A);
  B = withoutBitCasts(B);
  if (A == B)
    return true;
  const auto *First = dyn_cast<llvm::Instruction>(A);
  const auto *Second = dyn_cast<llvm::Instruction>(B);
  if (!First || !Second || Depth == 0 || isa<PHINode>(First) || !First->isSameOperationAs(Second))
    return false;
  return all_of(zip_equal(First->operands(), Second->operands()), [&](const auto &Pair) {
    return isSameComputation(std::get<0>(Pair), std::get<1>(Pair), Depth - 1);
  });
}

void keepQuieting(llvm::Instruction &I) {
  if (isa<FPTruncInst>(I) && isa<FPExtInst>(withoutBitCasts(I.getOperand(0))))
    return fence(I.getOperandUse(0));
  if (isMinimumOrMaximum(I) && isSameComputation(I.getOperand(0), I.getOperand(1)))
    return fence(I.getOperandUse(0));
  if (!I.getType()->isFPOrFPVectorTy() || (!I.isBinaryOp() && !isMinimumOrMaximum(I)))
    return;
  for (unsigned Operand = 0; Operand < 2; ++Operand)
    if (Constant *Known = constantOf(I.getOperand(Operand), I.getDataLayout());
        Known && isIdentity(I, *Known))
      fence(I.getOperandUse(Operand));
}

} // namespace

void guardSemantics(llvm::Module &M) {
  const AliasTags Tags(M.getContext());
  for (llvm::Function &F : M) {
    if (F.isDeclaration() || !F.hasFnAttribute("wasm-index"))
      continue;
    promoteLocals(F);
    sizeStackCheck(F);
    keepDroppedLoads(F, Tags);
    for (llvm::Instruction &I : make_early_inc_range(instructions(F)))
      keepQuieting(I);
  }
}

} // namespace w2n
