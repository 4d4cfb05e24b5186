//===- HugeFunctions.h - What LLVM would take too long to optimise ---------===//

#ifndef W2N_CODEGEN_HUGEFUNCTIONS_H
#define W2N_CODEGEN_HUGEFUNCTIONS_H

#include "llvm/IR/Function.h"

namespace w2n {

/// A function, or a block of one, that is larger than what people write and compilers make of
/// it. Much of LLVM takes quadratic time for that.
bool isHugeFunction(const llvm::Function &F);

/// Has code generated for F as at -O0 as far as that goes, in blocks of no more than usual size.
void generateQuickly(llvm::Function &F);

} // namespace w2n

#endif // W2N_CODEGEN_HUGEFUNCTIONS_H
