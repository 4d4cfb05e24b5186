//===- LowHalves.h - 32-bit numbers that LLVM has widened ------------------===//
//
// LLVM's full lists of passes widen a 32-bit counter to 64 bits, and then write "its low half" as
// an `and` with those bits of that half that may be set. No pass knows such an address as one of
// 32 bits, nor how often a loop goes on until masked bits are a number. Here they are made
// extensions of 32-bit sums again.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_LOWHALVES_H
#define W2N_OPTIMIZE_LOWHALVES_H

#include "llvm/IR/PassManager.h"

namespace w2n {

class LowHalvesPass : public llvm::PassInfoMixin<LowHalvesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_LOWHALVES_H
