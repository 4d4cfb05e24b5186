//===- Text.h - From the text format to the binary format ------------------===//

#ifndef W2N_TEXT_TEXT_H
#define W2N_TEXT_TEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <vector>

namespace w2n {

/// Translates a module in the text format (core spec, chapter 6) into the binary
/// format, with a name section. The InputError of bad text has a line and column.
/// Nothing is validated here beyond what parsing needs.
llvm::Expected<std::vector<uint8_t>> textToBinary(llvm::StringRef Text, llvm::StringRef FileName);

} // namespace w2n

#endif // W2N_TEXT_TEXT_H
