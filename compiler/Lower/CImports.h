//===- CImports.h - Calls of a host's C functions --------------------------===//

#ifndef W2N_LOWER_CIMPORTS_H
#define W2N_LOWER_CIMPORTS_H

#include "Lower/ModuleLowering.h"

namespace w2n {

/// Notes that a call of an import may be one of the host's C functions, of the type with this
/// index.
void markImportCall(ModuleLowering &Lowering, llvm::CallInst *Call, uint32_t TypeIndex);

/// Makes such calls direct where they are: to be called once the functions around are whole.
void promoteImportCalls(llvm::Module &M);

} // namespace w2n

#endif // W2N_LOWER_CIMPORTS_H
