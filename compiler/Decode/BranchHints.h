//===- BranchHints.h - The metadata.code.branch_hint section ---------------===//

#ifndef W2N_DECODE_BRANCHHINTS_H
#define W2N_DECODE_BRANCHHINTS_H

#include "Wasm/Module.h"

namespace w2n {

/// Puts the hints of the custom section metadata.code.branch_hint, where there is one,
/// into the functions of M. A malformed section is ignored as a whole, as a custom
/// section must be. M's code section has been decoded.
void decodeBranchHints(Module &M);

} // namespace w2n

#endif // W2N_DECODE_BRANCHHINTS_H
