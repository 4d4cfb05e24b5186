//===- CPULevels.h - Code for several CPUs in one module -------------------===//
//
// Of --cpu=LOWEST,HIGHER,...: all code runs on the first CPU, and functions that gain by it are
// there once more for each of the others. Such a function looks at a variable of the module, to
// which the runtime has written what the machine is when the instance was made, and jumps to its
// version. Versions call each other directly, so that the variable is read where code of one
// version is entered, and nothing is patched.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CODEGEN_CPULEVELS_H
#define W2N_CODEGEN_CPULEVELS_H

#include "Codegen/Codegen.h"

#include "llvm/IR/PassManager.h"

namespace w2n {

/// Makes versions of the functions of a module that gain by a CPU with more features: those with
/// loops over floats, vectors or memory, and of these, where the module has a profile, the hot
/// ones. Floor is what all other code is made for.
class CPULevelsPass : public llvm::PassInfoMixin<CPULevelsPass> {
public:
  CPULevelsPass(std::string FloorName, const CPULevels &Levels)
      : FloorName(std::move(FloorName)), Levels(Levels) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &Analyses);

private:
  std::string FloorName;
  CPULevels Levels;
};

} // namespace w2n

#endif // W2N_CODEGEN_CPULEVELS_H
