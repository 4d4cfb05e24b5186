//===- LongProducts.h - Multiplications by halves --------------------------===//
//
// WebAssembly has no product of two 64-bit numbers in 128 bits. Compilers call a function of
// their library for it, which is a part of the module, and makes it of four products of 32-bit
// halves as one does with pen and paper. CPUs have an instruction for it.
//
// LLVM finds such a product (in AggressiveInstCombine) only where nothing but its high half is
// used, and nothing is added to that.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_LONGPRODUCTS_H
#define W2N_OPTIMIZE_LONGPRODUCTS_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes one product in 128 bits of those made of halves. It wants code as the producer of the
/// module left it, before functions are inlined.
class LongProductsPass : public llvm::PassInfoMixin<LongProductsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LONGPRODUCTS_H
