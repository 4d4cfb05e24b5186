//===- Parts.h - A module taken apart --------------------------------------===//
//
// What a mutation works on: sections, function bodies and instructions as runs of
// bytes, whose sizes are put right when they are joined again.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_FUZZ_PARTS_H
#define W2N_FUZZ_PARTS_H

#include "Wasm/Opcodes.h"

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace w2n::fuzz {

using Bytes = std::vector<uint8_t>;

struct Section {
  uint8_t Id = 0;
  Bytes Content;
};

/// The encoding of one instruction.
struct Op {
  Opcode Code;
  Bytes Encoding;
};

/// An entry of the code section.
struct Body {
  /// The declarations of locals, their count included.
  Bytes Locals;
  std::vector<Op> Ops;
};

/// The sections of a module; nothing where its bytes are not so divided.
std::optional<std::vector<Section>> splitModule(llvm::ArrayRef<uint8_t> Module);
Bytes joinModule(llvm::ArrayRef<Section> Sections);

/// The bodies of a code section; nothing where it is malformed, or has an instruction
/// that OpReader does not know.
std::optional<std::vector<Body>> splitCode(llvm::ArrayRef<uint8_t> Content);
Bytes joinCode(llvm::ArrayRef<Body> Bodies);

} // namespace w2n::fuzz

#endif // W2N_FUZZ_PARTS_H
