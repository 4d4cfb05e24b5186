//===- SameBlocks.h - What passes that keep all blocks preserve ------------===//

#ifndef W2N_OPTIMIZE_SAMEBLOCKS_H
#define W2N_OPTIMIZE_SAMEBLOCKS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// What a pass preserves that changes instructions at most, and no branches.
inline llvm::PreservedAnalyses preserveBlocks(bool HasChanged = true) {
  if (!HasChanged)
    return llvm::PreservedAnalyses::all();
  llvm::PreservedAnalyses Preserved;
  Preserved.preserveSet<llvm::CFGAnalyses>();
  return Preserved;
}

} // namespace w2n

#endif // W2N_OPTIMIZE_SAMEBLOCKS_H
