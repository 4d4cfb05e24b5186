//===- CountedLoops.h - Loops that run as often as is known before ---------===//

#ifndef W2N_OPTIMIZE_COUNTEDLOOPS_H
#define W2N_OPTIMIZE_COUNTEDLOOPS_H

#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

namespace w2n {

/// Whether nothing can be seen of how far a loop came before it traps.
bool hasHiddenEffects(const llvm::Loop &L);

/// Whether it is known of each loop inside of L, when it begins, how often it runs.
bool areInnerLoopsCounted(const llvm::Loop &L, llvm::ScalarEvolution &Evolution);

/// Whether a count can be computed before L, and at small cost. L has a preheader.
bool canCountBefore(llvm::Loop &L, const llvm::SCEV *Count, llvm::SCEVExpander &Expander,
                    const llvm::TargetTransformInfo &Costs);

/// Makes L, which is in its simple form, end when it comes to its latch for the Total-th time.
/// Total is 64 bits wide, and not 0. Gives the counter.
llvm::PHINode *endAfter(llvm::Loop &L, llvm::Value *Total);

} // namespace w2n

#endif // W2N_OPTIMIZE_COUNTEDLOOPS_H
