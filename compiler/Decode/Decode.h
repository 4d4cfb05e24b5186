//===- Decode.h - From bytes to a Module -----------------------------------===//

#ifndef W2N_DECODE_DECODE_H
#define W2N_DECODE_DECODE_H

#include "Wasm/Features.h"
#include "Wasm/Module.h"

#include "llvm/Support/Error.h"

#include <vector>

namespace w2n {

/// Decodes a module in the binary format (core spec, chapter 5), function bodies
/// excepted: validate() reads those. The InputError of a malformed module, or of one
/// that uses a feature which is not enabled, has the offset of the first byte at
/// fault. What is wrong inside custom sections is no error, but one of Module::Remarks.
llvm::Expected<Module> decode(std::vector<uint8_t> Bytes, const Features &Enabled);

} // namespace w2n

#endif // W2N_DECODE_DECODE_H
