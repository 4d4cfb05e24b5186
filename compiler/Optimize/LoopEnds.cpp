//===- LoopEnds.cpp - Loops that end where a 64-bit counter is a number ----===//

#include "Optimize/LoopEnds.h"
#include "Optimize/CountedLoops.h"
#include "Optimize/SameBlocks.h"

#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

/// Where a counter is when a loop has come to its latch so many times. The counter only goes up,
/// and does not wrap whether signed or not: so it is there once, and no wrap was promised wrongly.
static std::optional<int64_t> endOf(PHINode &Counter, const Loop &L, int64_t Rounds,
                                    ScalarEvolution &Evolution) {
  if (!Counter.getType()->isIntegerTy(64))
    return std::nullopt;
  const SCEVAddRecExpr *Recurrence = findRecurrence(&Counter, L, Evolution);
  const auto *Start = Recurrence ? dyn_cast<SCEVConstant>(Recurrence->getStart()) : nullptr;
  if (!Start || Start->getAPInt().isNegative())
    return std::nullopt;
  const APInt &Step = stepOf(*Recurrence, Evolution);
  int64_t Distance = 0, End = 0;
  if (!Step.isStrictlyPositive() || MulOverflow(Step.getSExtValue(), Rounds, Distance) ||
      AddOverflow(Start->getAPInt().getSExtValue(), Distance, End))
    return std::nullopt;
  return End;
}

/// Whether a loop's end compares a whole 64-bit counter already.
static bool comparesCounter(const ICmpInst &Compare, const Loop &L) {
  const Value *Next = Compare.getOperand(0);
  return Next->getType()->isIntegerTy(64) &&
         any_of(L.getHeader()->phis(), [&](const PHINode &Counter) {
           return Counter.getIncomingValueForBlock(L.getLoopLatch()) == Next;
         });
}

static bool rewriteEnd(Loop &L, ScalarEvolution &Evolution) {
  BasicBlock *Latch = L.getLoopLatch();
  auto *End = L.isLoopSimplifyForm() ? dyn_cast<BranchInst>(Latch->getTerminator()) : nullptr;
  auto *Compare = End && End->isConditional() ? dyn_cast<ICmpInst>(End->getCondition()) : nullptr;
  if (!Compare || !L.isLoopExiting(Latch) || !Compare->hasOneUse() || !Compare->isEquality() ||
      comparesCounter(*Compare, L))
    return false;
  const auto *Count = dyn_cast<SCEVConstant>(Evolution.getExitCount(&L, Latch));
  if (!Count || Count->getAPInt().getActiveBits() > 32)
    return false;
  const int64_t Rounds = static_cast<int64_t>(Count->getAPInt().getZExtValue()) + 1;

  const PHINode *Best = nullptr;
  int64_t BestEnd = 0;
  for (PHINode &Counter : L.getHeader()->phis())
    if (const auto CounterEnd = endOf(Counter, L, Rounds, Evolution);
        CounterEnd && (!Best || Counter.getNumUses() > Best->getNumUses())) {
      Best = &Counter;
      BestEnd = *CounterEnd;
    }
  if (!Best)
    return false;
  endAt(L, Best->getIncomingValueForBlock(Latch), ConstantInt::getSigned(Best->getType(), BestEnd));
  Compare->eraseFromParent();
  return true;
}

PreservedAnalyses LoopEndsPass::run(Function &F, FunctionAnalysisManager &Analyses) {
  auto &Loops = Analyses.getResult<LoopAnalysis>(F);
  auto &Evolution = Analyses.getResult<ScalarEvolutionAnalysis>(F);
  bool HasChanged = false;
  for (Loop *L : Loops.getLoopsInPreorder())
    HasChanged |= rewriteEnd(*L, Evolution);
  return preserveBlocks(HasChanged);
}

} // namespace w2n
