//===- VectorShape.cpp - How vectors are divided into lanes ----------------===//

#include "Wasm/VectorShape.h"

#include "llvm/ADT/StringSwitch.h"

namespace w2n {

VectorShape vectorShape(const OpcodeInfo &Info) {
  return llvm::StringSwitch<VectorShape>(Info.Text.split('.').first)
      .Case("i8x16", {8, false})
      .Case("i16x8", {16, false})
      .Case("i32x4", {32, false})
      .Case("i64x2", {64, false})
      .Case("f32x4", {32, true})
      .Case("f64x2", {64, true});
}

} // namespace w2n
