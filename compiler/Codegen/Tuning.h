//===- Tuning.h - Which instructions are taken to be fast ------------------===//

#ifndef W2N_CODEGEN_TUNING_H
#define W2N_CODEGEN_TUNING_H

#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace w2n {

/// Where the CPU is a level of x86-64, which says what instructions there are and not who
/// made it, has the functions of M made of what is fast on most CPUs.
void tuneForAnyCPU(llvm::Module &M, const llvm::TargetMachine &Machine);

} // namespace w2n

#endif // W2N_CODEGEN_TUNING_H
