//===- Finish.h - The steps between optimisation and code generation -------===//

#ifndef W2N_LOWER_FINISH_H
#define W2N_LOWER_FINISH_H

#include "llvm/IR/Module.h"

namespace w2n {

/// Frees the exports that give their traps to the host from preparing for any where nothing is
/// left that can trap.
void dropCallsWithoutTraps(llvm::Module &M);

/// Writes the table of function names, which lists the functions that are left; see
/// finishLowering.
void addFunctionTable(llvm::Module &M, llvm::StringRef Symbol, llvm::StringRef Next);

/// Turns the runtime's functions that a dynamic library calls into jumps to what its
/// w2n_runtime_link says.
void callThroughRuntimeLink(llvm::Module &M);

} // namespace w2n

#endif // W2N_LOWER_FINISH_H
