//===- StackCheck.h - How much stack a function needs ----------------------===//

#ifndef W2N_LOWER_STACKCHECK_H
#define W2N_LOWER_STACKCHECK_H

#include "llvm/IR/Function.h"

namespace w2n {

/// Fills in what the frame of F may need below its address, where F compares that with
/// the stack's limit (explicit bounds): an estimate, to be made when locals have become
/// values and before the optimiser runs. Lowering has put the operands' share there.
void sizeStackCheck(llvm::Function &F);

} // namespace w2n

#endif // W2N_LOWER_STACKCHECK_H
