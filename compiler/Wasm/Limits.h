//===- Limits.h - The largest modules that are accepted --------------------===//

#ifndef W2N_WASM_LIMITS_H
#define W2N_WASM_LIMITS_H

#include <cstdint>

namespace w2n {

// The constants of Limits.def, each with what it bounds there.
#define W2N_LIMIT(NAME, VALUE, TEXT) inline constexpr uint32_t NAME = VALUE;
#include "Wasm/Limits.def"

} // namespace w2n

#endif // W2N_WASM_LIMITS_H
