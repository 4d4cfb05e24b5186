//===- TailCalls.h - What LLVM gets wrong of the convention for tail calls -===//

#ifndef W2N_CODEGEN_TAILCALLS_H
#define W2N_CODEGEN_TAILCALLS_H

#include "llvm/IR/Module.h"

namespace w2n {

/// LLVM 22's x86 backend drops the stack arguments of a musttail call
/// (llvm/llvm-project#199224). A tail call that is not marked so is right under tailcc,
/// and guaranteed where nothing comes between it and its return: so the marks are taken
/// off where an argument is on the stack, once nothing will change the IR any more.
void unmarkTailCallsWithStackArguments(llvm::Module &M);

/// Whether code for M must not be generated without optimisation. LLVM's fast register
/// allocator reloads what it spilled right behind a call, where on AArch64 the stack pointer
/// is still off by the stack arguments that the callee has popped
/// (llvm/llvm-project#60972).
bool needsBetterAllocator(const llvm::Module &M);

} // namespace w2n

#endif // W2N_CODEGEN_TAILCALLS_H
