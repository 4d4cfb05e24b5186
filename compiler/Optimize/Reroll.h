//===- Reroll.h - Loops that a producer has unrolled, rolled again ---------===//
//
// A producer unrolls loops for a machine without vectors. LLVM's vectoriser then finds a loop
// whose body handles three elements by hand, and leaves it alone. Here the copies of the body are
// recognised, by matching each instruction of a copy with its successor in the next one, and all
// but the first are taken out.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_REROLL_H
#define W2N_OPTIMIZE_REROLL_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Needs loops in their simple form, and is to come after LoopAddresses.
class RerollPass : public llvm::PassInfoMixin<RerollPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

/// Unrolls those of them that have not been vectorised since.
class UnrollAgainPass : public llvm::PassInfoMixin<UnrollAgainPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_REROLL_H
