//===- ImpliedChecks.h - Checks of bounds that others imply ----------------===//
//
// Three rules, on the form that BoundsCheck.h gives:
//
// - The largest number that an address can be tells that it is less than any size.
// - A check of p + 8 that holds implies one of p, and of p + 4, after it.
// - Checks of p, p + 8 and p + 16 on one way without effects between them become one of the
//   range from p to p + 16, where the first of them was: if it fails, so did one of them.
//
// Addresses next to a checked one are then computed from it in 64 bits, since they cannot wrap.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_IMPLIEDCHECKS_H
#define W2N_OPTIMIZE_IMPLIEDCHECKS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

class ImpliedChecksPass : public llvm::PassInfoMixin<ImpliedChecksPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_IMPLIEDCHECKS_H
