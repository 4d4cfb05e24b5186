//===- Limits.h - The largest modules that are accepted --------------------===//
//
// The specification lets an implementation bound what a module may contain (core
// spec, A.2). These are the bounds that the JavaScript API prescribes for the web,
// so that whatever runs in a browser compiles here. They keep the memory that an
// input takes proportional to its size.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_LIMITS_H
#define W2N_WASM_LIMITS_H

#include <cstdint>

namespace w2n {

/// Entries of a section; function bodies, imports and exports alike.
inline constexpr uint32_t MaxTypes = 1'000'000;
inline constexpr uint32_t MaxFunctions = 1'000'000;
inline constexpr uint32_t MaxImports = 1'000'000;
inline constexpr uint32_t MaxExports = 1'000'000;
inline constexpr uint32_t MaxGlobals = 1'000'000;
inline constexpr uint32_t MaxTables = 100'000;
inline constexpr uint32_t MaxMemories = 100;
inline constexpr uint32_t MaxTags = 1'000'000;
inline constexpr uint32_t MaxElementSegments = 10'000'000;
inline constexpr uint32_t MaxElementsPerSegment = 10'000'000;
inline constexpr uint32_t MaxDataSegments = 100'000;

/// Of one function type.
inline constexpr uint32_t MaxParameters = 1000;
inline constexpr uint32_t MaxResults = 1000;

/// Of one function: locals beyond its parameters, and bytes of its body.
inline constexpr uint32_t MaxLocals = 50'000;
inline constexpr uint32_t MaxBodySize = 7'654'321;

/// Values on the operand stack. Not of the JavaScript API: without it a body of calls
/// with a thousand results each would take gigabytes to validate.
inline constexpr uint32_t MaxOperands = 1'000'000;

} // namespace w2n

#endif // W2N_WASM_LIMITS_H
