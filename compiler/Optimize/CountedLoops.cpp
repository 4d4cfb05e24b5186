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

const APInt &stepOf(const SCEVAddRecExpr &Recurrence, ScalarEvolution &Evolution) {
  return cast<SCEVConstant>(Recurrence.getStepRecurrence(Evolution))->getAPInt();
}

/// Whether a loop is left at its end only, but for traps.
static bool isLeftAtItsEnd(const Loop &L, function_ref<bool(const BasicBlock &)> IsTrap) {
  SmallVector<Loop::Edge> Exits;
  L.getExitEdges(Exits);
  return all_of(Exits, [&](const Loop::Edge &Exit) {
    return Exit.first == L.getLoopLatch() || IsTrap(*Exit.second);
  });
}

/// Whether nothing can be seen of how far a loop came before it traps.
static bool hasHiddenEffects(const Loop &L) {
  return all_of(L.blocks(), [](const BasicBlock *Block) { return all_of(*Block, mayTrapBefore); });
}

/// Whether it is known of each loop inside of L, when it begins, how often it runs.
static bool areInnerLoopsCounted(const Loop &L, ScalarEvolution &Evolution) {
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
  const SCEVAddRecExpr *Counter = findRecurrence(Compare->getOperand(0), L, Evolution);
  if (!Counter || !Evolution.isLoopInvariant(End, &L))
    return std::nullopt;
  return std::pair(Counter, End);
}

static std::optional<LoopCount> countToEquality(const Loop &L, ScalarEvolution &Evolution) {
  const auto Equality = equalityAtEnd(L, Evolution);
  if (!Equality)
    return std::nullopt;
  const auto [Counter, End] = *Equality;
  const APInt &Step = stepOf(*Counter, Evolution);
  // A counter of fewer bits comes to its end again before a 32-bit address has come around.
  if (Step.getBitWidth() < 32 || Step.abs().ugt(MaxDistance))
    return std::nullopt;
  LoopCount Result;
  Result.CounterStep = Step.abs().getZExtValue();
  const SCEV *Size = Evolution.getConstant(Counter->getType(), Result.CounterStep);
  const SCEV *Way = Step.isNegative() ? Evolution.getMinusSCEV(Counter->getStart(), End)
                                      : Evolution.getMinusSCEV(End, Counter->getStart());
  Result.Count = Evolution.getUDivExpr(Way, Size);
  Result.Remainder = Evolution.getURemExpr(Way, Size);
  return Result;
}

static std::optional<LoopCount> countToLatch(const Loop &L, ScalarEvolution &Evolution) {
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

std::optional<LoopCount> countOf(Loop &L, function_ref<bool(const BasicBlock &)> IsTrap,
                                 ScalarEvolution &Evolution, SCEVExpander &Expander,
                                 const TargetTransformInfo &Costs) {
  if (!L.getLoopPreheader() || !L.getLoopLatch() || !isLeftAtItsEnd(L, IsTrap) ||
      !hasHiddenEffects(L) || !areInnerLoopsCounted(L, Evolution))
    return std::nullopt;
  const auto Result = countToLatch(L, Evolution);
  return Result && canCountBefore(L, Result->Count, Expander, Costs) ? Result : std::nullopt;
}

bool canCountBefore(Loop &L, const SCEV *Count, SCEVExpander &Expander,
                    const TargetTransformInfo &Costs) {
  constexpr unsigned Budget = 8;
  const Instruction *At = L.getLoopPreheader()->getTerminator();
  return !isa<SCEVCouldNotCompute>(Count) && Expander.isSafeToExpandAt(Count, At) &&
         !Expander.isHighCostExpansion(Count, &L, Budget, &Costs, At);
}

Value *countBefore(const Loop &L, const SCEV *Count, SCEVExpander &Expander) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  Value *Number = Expander.expandCodeFor(Count, Count->getType(), At->getIterator());
  IRBuilder<> Builder(At);
  return Builder.CreateZExtOrTrunc(Number, Builder.getInt64Ty());
}

Value *isEndMissed(const Loop &L, const LoopCount &Count, SCEVExpander &Expander) {
  Instruction *At = L.getLoopPreheader()->getTerminator();
  const SCEV *Remainder = Count.Remainder;
  return IRBuilder<>(At).CreateIsNotNull(
      Expander.expandCodeFor(Remainder, Remainder->getType(), At->getIterator()));
}

void endAt(Loop &L, Value *Next, Value *End) {
  auto *Branch = cast<BranchInst>(L.getLoopLatch()->getTerminator());
  const auto Predicate = L.contains(Branch->getSuccessor(0)) ? CmpInst::ICMP_NE : CmpInst::ICMP_EQ;
  Branch->setCondition(IRBuilder<>(Branch).CreateICmp(Predicate, Next, End));
}

PHINode *endAfter(Loop &L, Value *Total) {
  IRBuilder<> Builder(&L.getHeader()->front());
  PHINode *Done = Builder.CreatePHI(Builder.getInt64Ty(), 2);
  Builder.SetInsertPoint(L.getLoopLatch()->getTerminator());
  Value *Next = Builder.CreateAdd(Done, Builder.getInt64(1), "", /*HasNUW=*/true, /*HasNSW=*/true);
  Done->addIncoming(Builder.getInt64(0), L.getLoopPreheader());
  Done->addIncoming(Next, L.getLoopLatch());
  endAt(L, Next, Total);
  return Done;
}

} // namespace w2n
