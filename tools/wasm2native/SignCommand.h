//===- SignCommand.h - wasm2native sign and wasm2native verify -------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_SIGNCOMMAND_H
#define W2N_TOOLS_WASM2NATIVE_SIGNCOMMAND_H

#include "Support/Diagnostics.h"

#include "llvm/ADT/ArrayRef.h"

namespace w2n {

/// Signs a file as the arguments that follow "sign" say. Problems go to Diags, and after one
/// the file is what it was.
void runSign(llvm::ArrayRef<const char *> Arguments, Diagnostics &Diags);

/// Verifies the files that follow "verify": a line on standard output for each image whose
/// signature holds, and an error for each whose does not.
void runVerify(llvm::ArrayRef<const char *> Arguments, Diagnostics &Diags);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_SIGNCOMMAND_H
