//===- Passes.h - The passes of the default level --------------------------===//

#ifndef W2N_CODEGEN_PASSES_H
#define W2N_CODEGEN_PASSES_H

#include "Codegen/Codegen.h"

#include "llvm/IR/PassManager.h"

namespace w2n {

/// What -O1 and -O2 do in place of LLVM's lists: one round over code that its producer has
/// optimised before: the first part and the last for -O1, all of them for -O2.
bool hasOwnPasses(OptimizationLevel Level);

/// The first part looks at the module as a whole: it simplifies and inlines.
llvm::ModulePassManager buildModulePasses();
/// The second part looks at one function at a time: it optimises loops.
llvm::FunctionPassManager buildLoopPasses();
/// The last part chooses addresses and counters of loops for the target.
llvm::FunctionPassManager buildAddressPasses();

} // namespace w2n

#endif // W2N_CODEGEN_PASSES_H
