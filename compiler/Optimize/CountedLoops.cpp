//===- CountedLoops.cpp - Loops that run as often as is known before -------===//

#include "Optimize/CountedLoops.h"
#include "Optimize/BoundsCheck.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"

using namespace llvm;

namespace w2n {

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
