//===- Opcodes.h - The instructions ----------------------------------------===//

#ifndef W2N_WASM_OPCODES_H
#define W2N_WASM_OPCODES_H

#include "Wasm/Features.h"

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>

namespace w2n {

/// Every instruction of Opcodes.def, numbered by its binary code.
enum class Opcode : uint32_t {
#define W2N_OP(NAME, CODE, TEXT, IMMEDIATE, SIGNATURE, FEATURE) NAME = CODE,
#include "Wasm/Opcodes.def"
};

/// How the immediates of an instruction are encoded, in the order of the bytes,
/// and where OpReader puts them (see Instruction).
enum class ImmediateKind : uint8_t {
  None,
  BlockType,    // Block
  Label,        // Index
  LabelTable,   // Labels (the default target last)
  TryTable,     // Block, Catches
  Tag,          // Index
  Function,     // Index
  TypeTable,    // Index the type, Index2 the table
  DefinedType,  // Index
  ValTypes,     // Types
  Local,        // Index
  Global,       // Index
  Table,        // Index
  TableTable,   // Index the destination, Index2 the source
  ElementTable, // Index the segment, Index2 the table
  Element,      // Index
  HeapType,     // Type, nullable
  Memory8,      // Memory (address operand, natural alignment 1 byte)
  Memory16,     // Memory (2 bytes)
  Memory32,     // Memory (4 bytes)
  Memory64,     // Memory (8 bytes)
  Memory128,    // Memory (16 bytes)
  Memory8Lane,  // Memory (1 byte), Index the lane
  Memory16Lane, // Memory (2 bytes), Index the lane
  Memory32Lane, // Memory (4 bytes), Index the lane
  Memory64Lane, // Memory (8 bytes), Index the lane
  Memory,       // Index
  DataMemory,   // Index the segment, Index2 the memory
  Data,         // Index
  MemoryMemory, // Index the destination, Index2 the source
  I32,          // Bits, sign-extended
  I64,          // Bits
  F32,          // Bits, the low half
  F64,          // Bits
  V128,         // Bytes, lowest first
  Lane,         // Index
  Shuffle,      // Bytes, one lane each
};

/// A row of Opcodes.def.
struct OpcodeInfo {
  Opcode Code;
  llvm::StringRef Text;
  ImmediateKind Immediate;
  /// operands:results, or "*"; see Opcodes.def.
  llvm::StringRef Signature;
  Feature Needs;
};

/// The code, as Opcodes.def writes it, of number Number after the prefix byte Prefix.
/// Numbers above 0xFF become 0xPPNNNN.
constexpr uint32_t prefixedCode(uint8_t Prefix, uint16_t Number) {
  return (uint32_t(Prefix) << (Number <= 0xFF ? 8 : 16)) | Number;
}

/// Whether an instruction opens a block that a later one closes, and whether it closes
/// the innermost one.
bool opensBlock(Opcode Op);
bool closesBlock(Opcode Op);

/// The row for a code as Opcodes.def writes it, or null where there is none.
const OpcodeInfo *findOpcode(uint32_t Code);

/// The row of a known instruction.
const OpcodeInfo &opcodeInfo(Opcode Op);

/// The feature that a code belongs to which has no row because that feature is not
/// implemented; nothing for a code that no feature defines.
std::optional<Feature> featureOfUnknownOpcode(uint32_t Code);

} // namespace w2n

#endif // W2N_WASM_OPCODES_H
