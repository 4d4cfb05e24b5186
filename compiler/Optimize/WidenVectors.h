//===- WidenVectors.h - Loops of 128-bit vectors for wider registers -------===//
//
// Vectors of WebAssembly have 128 bits. Where the target's are wider, a loop over them does several
// of its iterations at once, if no iteration loads what another stores; addresses are compared
// before the loop where that depends on them. Iterations that are left over stay as they were.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_WIDENVECTORS_H
#define W2N_OPTIMIZE_WIDENVECTORS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Needs loops in their simple form, and is to come after Reroll.
class WidenVectorsPass : public llvm::PassInfoMixin<WidenVectorsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_WIDENVECTORS_H
