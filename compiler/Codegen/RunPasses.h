//===- RunPasses.h - Passes over a module ----------------------------------===//

#ifndef W2N_CODEGEN_RUNPASSES_H
#define W2N_CODEGEN_RUNPASSES_H

#include "Codegen/Codegen.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/IR/PassManager.h"
#include "llvm/Passes/PassBuilder.h"

namespace w2n {

/// Runs the passes that Build gives over M, with all of LLVM's analyses for Machine and Level.
void runPasses(llvm::Module &M, llvm::TargetMachine &Machine, OptimizationLevel Level,
               llvm::function_ref<llvm::ModulePassManager(llvm::PassBuilder &)> Build);

} // namespace w2n

#endif // W2N_CODEGEN_RUNPASSES_H
