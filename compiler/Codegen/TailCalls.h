//===- TailCalls.h - Tail calls that LLVM gets wrong -----------------------===//

#ifndef W2N_CODEGEN_TAILCALLS_H
#define W2N_CODEGEN_TAILCALLS_H

#include "llvm/IR/Module.h"

namespace w2n {

/// LLVM 22's x86 backend drops the stack arguments of a musttail call
/// (llvm/llvm-project#199224). A tail call that is not marked so is right under tailcc,
/// and guaranteed where nothing comes between it and its return: so the marks are taken
/// off where an argument is on the stack, once nothing will change the IR any more.
void unmarkTailCallsWithStackArguments(llvm::Module &M);

} // namespace w2n

#endif // W2N_CODEGEN_TAILCALLS_H
