//===- ScalarLanes.cpp - Vectors that are taken apart again ----------------===//

#include "Optimize/ScalarLanes.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/VectorUtils.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/IR/ValueHandle.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace w2n {

namespace {

using Lanes = SmallVector<Value *>;

/// A computation is followed through so many operations on vectors.
constexpr unsigned MaxDepth = 6;

/// What it takes to move a lane of a vector to a general register: an instruction of two parts.
constexpr unsigned MoveOut = 2;

/// Instructions in a loop.
struct Effort {
  /// With vectors, as they are.
  unsigned Vector = 0;
  /// For each lane, with scalars.
  unsigned Scalar = 0;
};

/// A vector operation of a loop of whose result the loop uses single lanes only.
class TakenApart {
public:
  /// Finds the uses of a vector; none, if not all of them are of the kinds that are handled.
  TakenApart(Instruction &Whole, const Loop &L) : Whole(Whole), L(L) {}

  bool isWorthwhile();
  void replace();

private:
  Instruction &Whole;
  const Loop &L;
  SmallVector<ExtractElementInst *> Parts;
  SmallSetVector<PHINode *, 4> Behind;

  bool findUses();
  bool add(Value *V, unsigned Depth, Effort &Sum) const;
  unsigned laneCount() const { return cast<FixedVectorType>(Whole.getType())->getNumElements(); }
};

/// The scalars that are put together to a vector by insertions, each of which is for the next
/// alone; none where that is not so. Count is the number of insertions in the loop.
Lanes gatheredLanes(Value *V, const Loop &L, unsigned &Count) {
  Lanes Found(cast<FixedVectorType>(V->getType())->getNumElements());
  while (auto *Insert = dyn_cast<InsertElementInst>(V)) {
    const auto *Index = dyn_cast<ConstantInt>(Insert->getOperand(2));
    if (!Insert->hasOneUse() || !Index || Index->getValue().uge(Found.size()))
      return {};
    Value *&Lane = Found[Index->getZExtValue()];
    if (!Lane)
      Lane = Insert->getOperand(1);
    Count += L.contains(Insert);
    V = Insert->getOperand(0);
  }
  const auto *Rest = dyn_cast<Constant>(V);
  for (auto [Number, Lane] : enumerate(Found))
    if (!Lane && (!Rest || !(Lane = Rest->getAggregateElement(Number))))
      return {};
  return Found;
}

bool isSimpleLoad(const Value *V) {
  const auto *Load = dyn_cast<LoadInst>(V);
  return Load && Load->isSimple() && Load->hasOneUse() &&
         Load->getType()->getScalarSizeInBits() % 8 == 0;
}

bool isLaneWise(const Value *V) {
  const auto *Cast = dyn_cast<CastInst>(V);
  return isa<BinaryOperator>(V) || (Cast && isa<ZExtInst, SExtInst, TruncInst>(Cast));
}

/// Whether a scalar operation is a part of another instruction: a load that extends, or the
/// addition of a multiple.
bool isPartOfAnother(const Instruction &I) {
  if (isa<ZExtInst, SExtInst>(I))
    return isSimpleLoad(I.getOperand(0));
  constexpr uint64_t MaxScale = 3;
  const APInt *Shift;
  return match(&I, m_Shl(m_Value(), m_APInt(Shift))) && Shift->ule(MaxScale) && I.hasOneUse() &&
         match(I.user_back(), m_Add(m_Value(), m_Value()));
}

/// Adds what it takes to compute a vector. Returns false where its lanes are not had.
bool TakenApart::add(Value *V, unsigned Depth, Effort &Sum) const {
  if (isa<Constant>(V) || getSplatValue(V))
    return true;
  if (isa<InsertElementInst>(V))
    return !gatheredLanes(V, L, Sum.Vector).empty();
  auto *I = dyn_cast<Instruction>(V);
  if (!I || !L.contains(I) || Depth == MaxDepth || (I != &Whole && !I->hasOneUse()))
    return false;
  ++Sum.Vector;
  Sum.Scalar += !isPartOfAnother(*I);
  if (isSimpleLoad(I))
    return true;
  return isLaneWise(I) &&
         all_of(I->operands(), [&](Value *Operand) { return add(Operand, Depth + 1, Sum); });
}

bool isPhiOfOne(const PHINode &Phi) { return all_equal(Phi.incoming_values()); }

bool TakenApart::findUses() {
  for (User *U : Whole.users()) {
    auto *I = cast<Instruction>(U);
    auto *Part = dyn_cast<ExtractElementInst>(I);
    auto *Phi = dyn_cast<PHINode>(I);
    if (Part && L.contains(Part)) {
      const auto *Index = dyn_cast<ConstantInt>(Part->getIndexOperand());
      if (!Index || Index->getValue().uge(laneCount()))
        return false;
      Parts.push_back(Part);
    } else if (Phi && !L.contains(Phi) && isPhiOfOne(*Phi)) {
      Behind.insert(Phi);
    } else {
      return false;
    }
  }
  return !Parts.empty();
}

size_t laneOf(const ExtractElementInst &Part) {
  return cast<ConstantInt>(Part.getIndexOperand())->getZExtValue();
}

bool TakenApart::isWorthwhile() {
  if (!findUses())
    return false;
  SmallBitVector Used(laneCount());
  for (const ExtractElementInst *Part : Parts)
    Used.set(laneOf(*Part));
  Effort Sum;
  return add(&Whole, 0, Sum) && (Used.all() || !Behind.empty()) &&
         laneCount() * Sum.Scalar <= Sum.Vector + MoveOut * Used.count();
}

/// Loads what a vector is loaded from, lane by lane, at the same place.
Lanes loadLanes(LoadInst &Load) {
  IRBuilder<> Builder(&Load);
  const auto *Type = cast<FixedVectorType>(Load.getType());
  const unsigned Bytes = Type->getScalarSizeInBits() / 8;
  Lanes Loaded;
  for (unsigned Lane = 0; Lane != Type->getNumElements(); ++Lane) {
    Value *Address =
        Builder.CreateConstGEP1_64(Builder.getInt8Ty(), Load.getPointerOperand(), Lane * Bytes);
    LoadInst *Part = Builder.CreateAlignedLoad(Type->getElementType(), Address,
                                               commonAlignment(Load.getAlign(), Lane * Bytes));
    Part->setAAMetadata(Load.getAAMetadata());
    Loaded.push_back(Part);
  }
  return Loaded;
}

/// Computes the lanes of a vector for which TakenApart::add() returned true.
Lanes lanesOf(Value *V, const Loop &L, IRBuilder<> &Builder) {
  const unsigned Count = cast<FixedVectorType>(V->getType())->getNumElements();
  if (Value *Same = getSplatValue(V))
    return Lanes(Count, Same);
  unsigned Insertions = 0;
  if (isa<Constant, InsertElementInst>(V))
    return gatheredLanes(V, L, Insertions);
  if (auto *Load = dyn_cast<LoadInst>(V))
    return loadLanes(*Load);
  auto &Operation = cast<Instruction>(*V);
  SmallVector<Lanes, 2> Operands;
  for (Value *Operand : Operation.operands())
    Operands.push_back(lanesOf(Operand, L, Builder));
  Lanes Results;
  for (unsigned Lane = 0; Lane != Count; ++Lane) {
    Instruction *Scalar = Operation.clone();
    for (auto [Number, Operand] : enumerate(Operands))
      Scalar->setOperand(Number, Operand[Lane]);
    Scalar->mutateType(V->getType()->getScalarType());
    Results.push_back(Builder.Insert(Scalar));
  }
  return Results;
}

/// Puts lanes together behind the loop, in place of the vector that a phi took from it.
void gatherBehind(PHINode &Phi, ArrayRef<Value *> Scalars) {
  IRBuilder<> AtPhi(&Phi);
  IRBuilder<> Behind(Phi.getParent(), Phi.getParent()->getFirstInsertionPt());
  Value *Vector = PoisonValue::get(Phi.getType());
  for (auto [Lane, Scalar] : enumerate(Scalars)) {
    PHINode *Of = AtPhi.CreatePHI(Scalar->getType(), Phi.getNumIncomingValues());
    for (BasicBlock *From : Phi.blocks())
      Of->addIncoming(Scalar, From);
    Vector = Behind.CreateInsertElement(Vector, Of, uint64_t(Lane));
  }
  Phi.replaceAllUsesWith(Vector);
  Phi.eraseFromParent();
}

void TakenApart::replace() {
  IRBuilder<> Builder(&Whole);
  const Lanes Scalars = lanesOf(&Whole, L, Builder);
  for (ExtractElementInst *Part : Parts) {
    Part->replaceAllUsesWith(Scalars[laneOf(*Part)]);
    Part->eraseFromParent();
  }
  for (PHINode *Phi : Behind)
    gatherBehind(*Phi, Scalars);
  RecursivelyDeleteTriviallyDeadInstructions(&Whole);
}

bool isOfIntegers(const Instruction &I) {
  const auto *Type = dyn_cast<FixedVectorType>(I.getType());
  return Type && Type->getElementType()->isIntegerTy();
}

} // namespace

PreservedAnalyses ScalarLanesPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  const auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  SmallVector<WeakVH> Vectors;
  for (BasicBlock &Block : F)
    if (Loops.getLoopFor(&Block))
      for (Instruction &I : Block)
        if (isOfIntegers(I) && isLaneWise(&I))
          Vectors.push_back(&I);
  bool HasChanged = false;
  for (const WeakVH &Left : Vectors) {
    auto *I = cast_or_null<Instruction>(static_cast<Value *>(Left));
    if (!I)
      continue;
    TakenApart Vector(*I, *Loops.getLoopFor(I->getParent()));
    if (!Vector.isWorthwhile())
      continue;
    Vector.replace();
    HasChanged = true;
  }
  return preserveBlocks(HasChanged);
}

} // namespace w2n
