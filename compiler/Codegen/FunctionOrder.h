//===- FunctionOrder.h - Functions in the order of a profile ---------------===//

#ifndef W2N_CODEGEN_FUNCTIONORDER_H
#define W2N_CODEGEN_FUNCTIONORDER_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// How near to the beginning of an image a function is to be: what is cold has never run.
enum class Heat { Hot, Warm, Cold };
constexpr unsigned HeatCount = 3;

/// Puts the functions of a module that has a profile in the order of their heat, and then of how
/// often they run, and leaves notes of the former on them. Code generation keeps the order.
class FunctionOrderPass : public llvm::PassInfoMixin<FunctionOrderPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &Analyses);
};

/// What the pass has found.
Heat heatOf(const llvm::Function &F);

} // namespace w2n

#endif // W2N_CODEGEN_FUNCTIONORDER_H
