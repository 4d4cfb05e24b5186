//===- ReadInput.h - Modules in either format ------------------------------===//

#ifndef W2N_DRIVER_READINPUT_H
#define W2N_DRIVER_READINPUT_H

#include "Support/Diagnostics.h"
#include "Validate/Validate.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <vector>

namespace w2n {

/// Whether the content of a file is taken for a module in the text format.
bool looksLikeText(llvm::StringRef Content);

/// The bytes of a module in the binary format, which are not checked, or those that one in
/// the text format stands for. Name is what errors call it. An InputError for an empty file
/// and for what is wrong with a text.
llvm::Expected<std::vector<uint8_t>> toBinary(llvm::StringRef Content, llvm::StringRef Name);

/// Prints what the decoder remarked on as warnings. Name is what they call the module.
void printRemarks(const ValidModule &Wasm, llvm::StringRef Name, Diagnostics &Diags);

} // namespace w2n

#endif // W2N_DRIVER_READINPUT_H
