//===- LoopEnds.h - Loops that end where a 64-bit counter is a number ------===//
//
// Passes widen the 32-bit counters of a module, and the end of the loop stays a comparison of the
// low half with a number. LLVM writes that as a masked counter equal to masked bits, from which it
// no longer knows how often the loop runs, so that it neither unrolls it rightly nor counts it by
// what addresses have anyway. A comparison of the whole counter stays as it is.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_LOOPENDS_H
#define W2N_OPTIMIZE_LOOPENDS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes loops that run a constant number of times, and are in their simple form, end by comparing
/// a 64-bit counter that they have with a constant.
class LoopEndsPass : public llvm::PassInfoMixin<LoopEndsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOOPENDS_H
