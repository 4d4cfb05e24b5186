//===- CountedLoops.cpp - Loops that run as often as is known before -------===//

#include "Optimize/CountedLoops.h"
#include "Optimize/BoundsCheck.h"
#include "Optimize/LinearAccess.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"

using namespace llvm;

namespace w2n {

const SCEVAddRecExpr *findRecurrence(Value *V, const Loop &L, ScalarEvolution &Evolution) {
  if (!Evolution.isSCEVable(V->getType()))
    return nullptr;
  const auto *Known = dyn_cast<SCEVAddRecExpr>(Evolution.getSCEV(V));
  if (!Known || Known->getLoop() != &L || !Known->isAffine() ||
      !isa<SCEVConstant>(Known->getStepRecurrence(Evolution)))
    return nullptr;
  return Known;
}

bool hasHiddenEffects(const Loop &L) {
  return all_of(L.blocks(), [](const BasicBlock *Block) { return all_of(*Block, mayTrapBefore); });
}

bool areInnerLoopsCounted(const Loop &L, ScalarEvolution &Evolution) {
  return all_of(L.getLoopsInPreorder(), [&](const Loop *Inner) {
    return Inner == &L ||
           (Inner->getLoopLatch() &&
            !isa<SCEVCouldNotCompute>(Evolution.getExitCount(Inner, Inner->getLoopLatch())));
  });
}

bool LoopCount::isOvertakenBy(int64_t AddressStep) const {
  // An address that always is the same traps at once or never.
  if (AddressStep == 0)
    return false;
  return isPowerOf2_64(CounterStep) || static_cast<uint64_t>(std::abs(AddressStep)) >= CounterStep;
}

/// The counter of a loop that goes on until it equals a number, and that number.
static std::optional<std::pair<const SCEVAddRecExpr *, const SCEV *>>
equalityAtEnd(const Loop &L, ScalarEvolution &Evolution) {
  const auto *Branch = dyn_cast<BranchInst>(L.getLoopLatch()->getTerminator());
  const auto *Compare =
      Branch && Branch->isConditional() ? dyn_cast<ICmpInst>(Branch->getCondition()) : nullptr;
  if (!Compare || !Compare->isEquality() || !Compare->getOperand(0)->getType()->isIntegerTy() ||
      L.contains(Branch->getSuccessor(0)) != (Compare->getPredicate() == CmpInst::ICMP_NE))
    return std::nullopt;
  const SCEV *End = Evolution.getSCEV(Compare->getOperand(1));
  const auto *Counter = dyn_cast<SCEVAddRecExpr>(Evolution.getSCEV(Compare->getOperand(0)));
  if (!Counter || Counter->getLoop() != &L || !Counter->isAffine() ||
      !Evolution.isLoopInvariant(End, &L))
    return std::nullopt;
  return std::pair(Counter, End);
}

static std::optional<LoopCount> countToEquality(const Loop &L, ScalarEvolution &Evolution) {
  const auto Equality = equalityAtEnd(L, Evolution);
  if (!Equality)
    return std::nullopt;
  const auto [Counter, End] = *Equality;
  const auto *Step = dyn_cast<SCEVConstant>(Counter->getStepRecurrence(Evolution));
  // A counter of fewer bits comes to its end again before a 32-bit address has come around.
  if (!Step || Step->getAPInt().getBitWidth() < 32 || Step->getAPInt().abs().ugt(MaxDistance))
    return std::nullopt;
  LoopCount Result;
  Result.CounterStep = Step->getAPInt().abs().getZExtValue();
  const SCEV *Size = Evolution.getConstant(Step->getType(), Result.CounterStep);
  const SCEV *Way = Step->getAPInt().isNegative()
                        ? Evolution.getMinusSCEV(Counter->getStart(), End)
                        : Evolution.getMinusSCEV(End, Counter->getStart());
  Result.Count = Evolution.getUDivExpr(Way, Size);
  Result.Remainder = Evolution.getURemExpr(Way, Size);
  return Result;
}

std::optional<LoopCount> countOf(const Loop &L, ScalarEvolution &Evolution) {
  LoopCount Result;
  Result.Count = Evolution.getExitCount(&L, L.getLoopLatch());
  if (isa<SCEVCouldNotCompute>(Result.Count)) {
    const auto ToEquality = countToEquality(L, Evolution);
    if (!ToEquality)
      return std::nullopt;
    Result = *ToEquality;
  }
  // Counters of 128 bits exist, and how far an address goes is computed in 64.
  if (Evolution.getTypeSizeInBits(Result.Count->getType()) > 64)
    return std::nullopt;
  return Result;
}

bool canCountBefore(Loop &L, const SCEV *Count, SCEVExpander &Expander,
                    const TargetTransformInfo &Costs) {
  constexpr unsigned Budget = 8;
  const Instruction *At = L.getLoopPreheader()->getTerminator();
  return !isa<SCEVCouldNotCompute>(Count) && Expander.isSafeToExpandAt(Count, At) &&
         !Expander.isHighCostExpansion(Count, &L, Budget, &Costs, At);
}

PHINode *endAfter(Loop &L, Value *Total) {
  IRBuilder<> Builder(&L.getHeader()->front());
  PHINode *Done = Builder.CreatePHI(Builder.getInt64Ty(), 2);
  auto *Branch = cast<BranchInst>(L.getLoopLatch()->getTerminator());
  Builder.SetInsertPoint(Branch);
  Value *Next = Builder.CreateAdd(Done, Builder.getInt64(1), "", /*HasNUW=*/true, /*HasNSW=*/true);
  Done->addIncoming(Builder.getInt64(0), L.getLoopPreheader());
  Done->addIncoming(Next, L.getLoopLatch());
  const auto Predicate = L.contains(Branch->getSuccessor(0)) ? CmpInst::ICMP_NE : CmpInst::ICMP_EQ;
  Branch->setCondition(Builder.CreateICmp(Predicate, Next, Total));
  return Done;
}

} // namespace w2n
