//===- SumOrder.cpp - Sums in the order in which terms are ready -----------===//

#include "Optimize/SumOrder.h"
#include "Optimize/SameBlocks.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/PriorityQueue.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/LoopIterator.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace w2n {

namespace {

/// When a value is known, in cycles after what the loop waits for; Early where it does not depend
/// on that.
using Cycles = int64_t;
constexpr Cycles Early = -1;

struct Term {
  Value *What;
  Cycles Ready;
  /// Among the terms of a sum, so that equals have an order.
  size_t Number;
};

struct IsReadyLater {
  bool operator()(const Term &A, const Term &B) const {
    return std::tie(A.Ready, A.Number) > std::tie(B.Ready, B.Number);
  }
};

class LoopSums {
public:
  LoopSums(Loop &L, ScalarEvolution &Evolution, const TargetTransformInfo &Costs)
      : L(L), Evolution(Evolution), Costs(Costs) {}

  bool reorder(LoopInfo &Loops);

private:
  Loop &L;
  ScalarEvolution &Evolution;
  const TargetTransformInfo &Costs;
  DenseMap<const Value *, Cycles> Known;

  Cycles ready(const Value *V) const;
  bool isWaitedFor(PHINode &Phi) const;
  Cycles whenDone(Instruction &I) const;
  SmallVector<Term> termsOf(BinaryOperator &Sum) const;
  bool reorder(BinaryOperator &Sum);
};

/// Whether an operation is a term of one that it can be reordered with.
bool isPartOf(const Value *Term, const BinaryOperator &Sum) {
  const auto *Part = dyn_cast<BinaryOperator>(Term);
  return Part && Part->getOpcode() == Sum.getOpcode() && Part->hasOneUse() &&
         Part->getParent() == Sum.getParent();
}

/// Whether an operation is the last of those that can be reordered with each other.
bool isWholeSum(const BinaryOperator &Sum) {
  if (!Sum.getType()->isIntegerTy() || !Sum.isAssociative() || !Sum.isCommutative())
    return false;
  const auto *User = Sum.hasOneUse() ? dyn_cast<BinaryOperator>(Sum.user_back()) : nullptr;
  return !User || !isPartOf(&Sum, *User);
}

Cycles LoopSums::ready(const Value *V) const {
  const auto Found = Known.find(V);
  return Found == Known.end() ? Early : Found->second;
}

/// Whether a value that an iteration takes from the one before is computed in that, and is not
/// just counted.
bool LoopSums::isWaitedFor(PHINode &Phi) const {
  const auto *Last = dyn_cast<Instruction>(Phi.getIncomingValueForBlock(L.getLoopLatch()));
  if (!Last || !L.contains(Last) || (isa<PHINode>(Last) && Last->getParent() == L.getHeader()))
    return false;
  return !Evolution.isSCEVable(Phi.getType()) || !isa<SCEVAddRecExpr>(Evolution.getSCEV(&Phi));
}

Cycles LoopSums::whenDone(Instruction &I) const {
  if (auto *Phi = dyn_cast<PHINode>(&I); Phi && Phi->getParent() == L.getHeader())
    return isWaitedFor(*Phi) ? 0 : Early;
  Cycles Last = Early;
  for (const Value *Operand : I.operands())
    Last = std::max(Last, ready(Operand));
  if (Last == Early || isa<PHINode>(I))
    return Last;
  const InstructionCost Latency = Costs.getInstructionCost(&I, TargetTransformInfo::TCK_Latency);
  return Last + (Latency.isValid() ? Latency.getValue() : 1);
}

SmallVector<Term> LoopSums::termsOf(BinaryOperator &Sum) const {
  SmallVector<Term> Terms;
  SmallVector<Value *> Parts(reverse(Sum.operands()));
  while (!Parts.empty()) {
    Value *Part = Parts.pop_back_val();
    if (isPartOf(Part, Sum))
      append_range(Parts, reverse(cast<BinaryOperator>(Part)->operands()));
    else
      Terms.push_back({Part, ready(Part), Terms.size()});
  }
  return Terms;
}

/// Adds what is ready first, until one term is left. Add makes the sum of two values.
Term addInOrder(ArrayRef<Term> Terms, function_ref<Value *(Value *, Value *)> Add) {
  PriorityQueue<Term, std::vector<Term>, IsReadyLater> Left(Terms.begin(), Terms.end());
  for (size_t Number = Terms.size(); Left.size() > 1; ++Number) {
    const Term First = Left.top();
    Left.pop();
    const Term Second = Left.top();
    Left.pop();
    const Cycles Ready = Second.Ready == Early ? Early : Second.Ready + 1;
    Left.push({Add(First.What, Second.What), Ready, Number});
  }
  return Left.top();
}

/// Gives a sum another order where it is done earlier then.
bool LoopSums::reorder(BinaryOperator &Sum) {
  const SmallVector<Term> Terms = termsOf(Sum);
  const auto OnlyTime = [](Value *, Value *) -> Value * { return nullptr; };
  if (addInOrder(Terms, OnlyTime).Ready >= ready(&Sum))
    return false;
  IRBuilder<> Builder(&Sum);
  const Term All = addInOrder(
      Terms, [&](Value *A, Value *B) { return Builder.CreateBinOp(Sum.getOpcode(), A, B); });
  Known[All.What] = All.Ready;
  Sum.replaceAllUsesWith(All.What);
  RecursivelyDeleteTriviallyDeadInstructions(&Sum);
  return true;
}

bool LoopSums::reorder(LoopInfo &Loops) {
  LoopBlocksRPO Blocks(&L);
  Blocks.perform(&Loops);
  bool HasChanged = false;
  for (BasicBlock *Block : Blocks)
    for (Instruction &I : make_early_inc_range(*Block)) {
      Known[&I] = whenDone(I);
      if (auto *Sum = dyn_cast<BinaryOperator>(&I); Sum && isWholeSum(*Sum))
        HasChanged |= reorder(*Sum);
    }
  return HasChanged;
}

} // namespace

PreservedAnalyses SumOrderPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  const auto &Costs = Analyses.getResult<TargetIRAnalysis>(F);
  bool HasChanged = false;
  for (Loop *L : Loops.getLoopsInPreorder())
    if (L->isInnermost() && L->getLoopLatch())
      HasChanged |= LoopSums(*L, Evolution, Costs).reorder(Loops);
  return preserveBlocks(HasChanged);
}

} // namespace w2n
