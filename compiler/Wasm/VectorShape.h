//===- VectorShape.h - How vectors are divided into lanes ------------------===//

#ifndef W2N_WASM_VECTORSHAPE_H
#define W2N_WASM_VECTORSHAPE_H

#include "Wasm/Opcodes.h"

namespace w2n {

inline constexpr unsigned VectorBits = 128;

/// A shape (core spec, 2.4.1): i8x16, f64x2.
struct VectorShape {
  unsigned LaneBits;
  bool IsFloat;

  unsigned lanes() const { return VectorBits / LaneBits; }
};

/// The shape that the name of a vector instruction begins with; the instruction is not
/// one of those whose names begin with v128.
VectorShape vectorShape(const OpcodeInfo &Info);

} // namespace w2n

#endif // W2N_WASM_VECTORSHAPE_H
