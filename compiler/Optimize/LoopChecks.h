//===- LoopChecks.h - Checks of bounds taken out of loops ------------------===//
//
// Where the checked address advances by a constant in each iteration, and the number of
// iterations is known before the first, one comparison tells beforehand whether all checks of
// the loop will hold. A loop in which one is certain to fail traps before it begins; what it
// would have written is lost that way, which nothing may rely on. The others run without
// checks, and with addresses in 64 bits, which do not wrap.
//
// A size from before the loop does, since memories only grow.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_LOOPCHECKS_H
#define W2N_OPTIMIZE_LOOPCHECKS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Needs loops in their simple form.
class LoopChecksPass : public llvm::PassInfoMixin<LoopChecksPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOOPCHECKS_H
