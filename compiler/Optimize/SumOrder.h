//===- SumOrder.h - Sums in the order in which terms are ready -------------===//
//
// What an iteration of a loop takes from the one before it, and is not just counted, is what the
// loop waits for. Where a sum has terms that depend on it and others that do not, adding the
// others first leaves less to be done once it is known. A producer's order is the one of its
// source or by chance, and LLVM's the one in which terms were computed; hashes, whose rounds are
// long sums, run as fast as this order is good.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_SUMORDER_H
#define W2N_OPTIMIZE_SUMORDER_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Reorders integer operations that are associative and commutative, in innermost loops, where
/// that makes their result ready earlier.
class SumOrderPass : public llvm::PassInfoMixin<SumOrderPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_SUMORDER_H
