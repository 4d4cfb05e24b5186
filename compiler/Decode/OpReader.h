//===- OpReader.h - One instruction at a time ------------------------------===//

#ifndef W2N_DECODE_OPREADER_H
#define W2N_DECODE_OPREADER_H

#include "Support/ByteReader.h"
#include "Wasm/Opcodes.h"
#include "Wasm/Types.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <array>
#include <cstdint>
#include <optional>

namespace w2n {

/// The type of a block (core spec, 5.4.1): nothing, one result, or a function type.
struct BlockType {
  std::optional<ValType> Result;
  std::optional<uint32_t> TypeIndex;
};

/// A clause of try_table (core spec, 5.4.1).
struct CatchClause {
  /// As they are encoded.
  enum ClauseKind : uint8_t { Catch, CatchRef, CatchAll, CatchAllRef };
  ClauseKind Kind = Catch;
  /// Of Catch and CatchRef.
  uint32_t Tag = 0;
  /// Counted from outside of the try_table.
  uint32_t Label = 0;

  bool hasTag() const { return Kind == Catch || Kind == CatchRef; }
  /// Whether the label also gets a reference to the exception.
  bool givesReference() const { return Kind == CatchRef || Kind == CatchAllRef; }
};

struct MemoryArgument {
  /// The alignment hint is 2^AlignmentLog2 bytes.
  uint32_t AlignmentLog2 = 0;
  uint32_t Memory = 0;
  uint64_t Offset = 0;
};

/// An instruction with its immediates; which of them mean something follows from
/// its ImmediateKind. Kept between calls of OpReader::next, so that its vectors
/// are allocated once.
struct Instruction {
  Opcode Op = Opcode::Nop;
  const OpcodeInfo *Info = nullptr;
  /// Offset in the file of its first byte.
  uint64_t Offset = 0;
  uint32_t Index = 0;
  uint32_t Index2 = 0;
  uint64_t Bits = 0;
  std::array<uint8_t, 16> Bytes = {};
  BlockType Block;
  MemoryArgument Memory;
  ValType Type;
  llvm::SmallVector<ValType, 2> Types;
  llvm::SmallVector<uint32_t, 8> Labels;
  llvm::SmallVector<CatchClause, 2> Catches;
};

/// Reads a function body or a constant expression. Everything about the encoding is
/// checked here; nothing about types, nor that blocks are closed.
class OpReader {
public:
  /// Code is a ByteRange of a module, FileOffset where it starts in the file.
  OpReader(llvm::ArrayRef<uint8_t> Code, uint64_t FileOffset, const Features &Enabled)
      : Reader(Code, FileOffset), Enabled(Enabled) {}

  /// Reads the next instruction into I. False at the end and after a problem.
  bool next(Instruction &I);

  /// Offset in the file of the next instruction.
  uint64_t offset() const { return Reader.offset(); }
  /// The problem that stopped next(), or success.
  llvm::Error takeError() const { return Reader.takeError(); }

private:
  ByteReader Reader;
  const Features &Enabled;
};

} // namespace w2n

#endif // W2N_DECODE_OPREADER_H
