//===- Unwinding.h - How an exception gets from a throw to its handler -----===//
//
// Whoever throws writes the exception to the store's pending field and returns; its
// results are undefined then. Each call that may throw is followed by a look at the field,
// and a branch to the landing block of the innermost try around, or out of the function.
// A landing block compares tags; where a clause catches, the field becomes null again.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_UNWINDING_H
#define W2N_LOWER_UNWINDING_H

#include "Lower/FuncLowering.h"

namespace w2n {

/// The exception that is on its way, which is not null in landing blocks.
llvm::Value *pendingException(FuncLowering &L);
/// Puts one on its way, or with null ends its flight.
void setPendingException(FuncLowering &L, llvm::Value *Exception);

/// Behind a call that may throw: goes on only where it has not.
void checkThrown(FuncLowering &L);

/// Throws an exception in the current block, which ends in it.
void throwException(FuncLowering &L, llvm::Value *Exception);

/// Where an exception goes that is thrown inside of the Depth outermost frames.
llvm::BasicBlock *landingBlock(FuncLowering &L, size_t Depth);

/// Behind a call from outside of compiled code: goes on only where nothing was thrown.
void endAtException(ModuleLowering &Lowering, llvm::IRBuilderBase &Builder, llvm::Value *Instance);

} // namespace w2n

#endif // W2N_LOWER_UNWINDING_H
