//===- Names.h - The name section ------------------------------------------===//

#ifndef W2N_DECODE_NAMES_H
#define W2N_DECODE_NAMES_H

#include "Wasm/Module.h"

namespace w2n {

/// Takes the names of the module, of its functions and of its tags from its first name
/// section (core spec, 7.4.1; tags, the extended name section proposal). One that is malformed in
/// any way gives no names at all.
void decodeNames(Module &M);

} // namespace w2n

#endif // W2N_DECODE_NAMES_H
