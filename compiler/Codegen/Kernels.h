//===- Kernels.h - Where vectors may be found ------------------------------===//

#ifndef W2N_CODEGEN_KERNELS_H
#define W2N_CODEGEN_KERNELS_H

#include "llvm/Analysis/LoopInfo.h"

namespace w2n {

/// Whether one of the loops is one that LLVM might make vectors of: it holds no other, counts, has
/// one way out and calls nothing.
bool hasKernels(const llvm::LoopInfo &Loops);

/// Whether straight-line code of F may become vectors: what has neither numbers nor kernels hardly
/// ever does, and to find that out takes long.
bool mayHaveVectors(const llvm::Function &F, const llvm::LoopInfo &Loops);

} // namespace w2n

#endif // W2N_CODEGEN_KERNELS_H
