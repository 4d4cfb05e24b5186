//===- TailCalls.h - Calls under tailcc that LLVM gets wrong ---------------===//

#ifndef W2N_CODEGEN_TAILCALLS_H
#define W2N_CODEGEN_TAILCALLS_H

#include "llvm/IR/Module.h"

namespace w2n {

/// LLVM 22's x86 backend drops the stack arguments of a musttail call
/// (llvm/llvm-project#199224). A tail call that is not marked so is right under tailcc,
/// and guaranteed where nothing comes between it and its return: so the marks are taken
/// off where an argument is on the stack, once nothing will change the IR any more.
void unmarkTailCallsWithStackArguments(llvm::Module &M);

/// LLVM 22's fast instruction selection for AArch64 does not know that a function under tailcc
/// pops its arguments. Calls of such functions with arguments on the stack are marked in a way
/// that it leaves to SelectionDAG, and that means nothing there.
void keepFromFastSelection(llvm::Module &M);

} // namespace w2n

#endif // W2N_CODEGEN_TAILCALLS_H
