//===- PartialLoads.h - Loads that LLVM may make narrower ------------------===//

#ifndef W2N_LOWER_PARTIALLOADS_H
#define W2N_LOWER_PARTIALLOADS_H

#include "llvm/IR/Instructions.h"

namespace w2n {

/// Whether a use of the loaded value depends on its last byte. Where none does, LLVM may
/// load the bytes before it only, and the access does not trap any more where just its end
/// is out of bounds. Looks at the instructions that use the value, not beyond them.
bool needsLastByte(const llvm::LoadInst &Load);

} // namespace w2n

#endif // W2N_LOWER_PARTIALLOADS_H
