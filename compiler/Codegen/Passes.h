//===- Passes.h - The passes of the default level --------------------------===//

#ifndef W2N_CODEGEN_PASSES_H
#define W2N_CODEGEN_PASSES_H

#include "llvm/IR/PassManager.h"

namespace w2n {

/// What -O1 and -O2 do in place of LLVM's lists: one round over code that its producer has
/// optimised before. -O1 is the first part, -O2 is both.
///
/// The first part looks at the module as a whole: it simplifies and inlines.
llvm::ModulePassManager buildModulePasses();
/// The second part looks at one function at a time: it optimises loops.
llvm::FunctionPassManager buildFunctionPasses();

} // namespace w2n

#endif // W2N_CODEGEN_PASSES_H
