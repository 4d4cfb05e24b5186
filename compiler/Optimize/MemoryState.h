//===- MemoryState.h - The size and base of a memory, early ----------------===//
//
// The size and the base of a memory that may move are loaded at each access. What comes first
// may be in a branch of a loop: LLVM then takes it out of the loop as a load of which nothing is
// known any more. So they are loaded where they may have changed, at the start of a function and
// after calls, rather than where they are needed.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_OPTIMIZE_MEMORYSTATE_H
#define W2N_OPTIMIZE_MEMORYSTATE_H

#include "llvm/IR/PassManager.h"

namespace w2n {

class MemoryStatePass : public llvm::PassInfoMixin<MemoryStatePass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &F, llvm::FunctionAnalysisManager &Analyses);
};

} // namespace w2n

#endif // W2N_OPTIMIZE_MEMORYSTATE_H
