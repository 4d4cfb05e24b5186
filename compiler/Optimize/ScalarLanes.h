//===- ScalarLanes.h - Vectors that are taken apart again ------------------===//
//
// LLVM makes vectors of neighbours by counting instructions, wherever they are. So it puts
// scalars together in each iteration of a loop, adds, and takes the sums apart again, since
// vectors are stored once after the loop; or it computes all addresses of a block of a hash in one
// vector, to move each of them to a register of its own. Both cost more than what they save.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_SCALARLANES_H
#define W2N_OPTIMIZE_SCALARLANES_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes scalars of the lanes of integer vectors that a loop only takes apart, where putting them
/// together and taking them apart costs at least what the scalar operations do. A vector that is
/// used behind the loop is put together there.
class ScalarLanesPass : public llvm::PassInfoMixin<ScalarLanesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_SCALARLANES_H
