//===- OpReader.cpp - One instruction at a time ----------------------------===//
//
// Which bytes follow an opcode is decided by its ImmediateKind alone, so that an
// instruction with immediates like those of another needs nothing here.
//
//===----------------------------------------------------------------------===//

#include "Decode/OpReader.h"

#include "Decode/TypeReader.h"
#include "Wasm/Limits.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

namespace {
/// Bit 6 of the first number of a memory argument: a memory index follows.
constexpr uint32_t HasMemoryIndex = 0x40;
constexpr uint8_t FirstPrefix = 0xFB;
constexpr uint8_t LastPrefix = 0xFE;
} // namespace

static void failOpcode(ByteReader &R, uint64_t Offset, uint8_t First,
                       std::optional<uint32_t> Number) {
  std::string What = "opcode 0x" + utohexstr(First, /*LowerCase=*/true, /*Width=*/2);
  if (Number)
    What += " 0x" + utohexstr(*Number, /*LowerCase=*/true);
  std::optional<Feature> F;
  if (!Number)
    F = featureOfUnknownOpcode(First);
  else if (*Number <= UINT16_MAX)
    F = featureOfUnknownOpcode(prefixedCode(First, static_cast<uint16_t>(*Number)));
  R.fail(Offset, F ? missingFeature(What, *F) : "illegal " + What);
}

/// Reads an opcode; null after a problem.
static const OpcodeInfo *readOpcode(ByteReader &R, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  const uint8_t First = R.readByte();
  std::optional<uint32_t> Number;
  const OpcodeInfo *Info = nullptr;
  if (First < FirstPrefix || First > LastPrefix) {
    Info = findOpcode(First);
  } else {
    Number = R.readVarU32();
    if (*Number <= UINT16_MAX)
      Info = findOpcode(prefixedCode(First, static_cast<uint16_t>(*Number)));
  }
  if (!Info)
    failOpcode(R, Offset, First, Number);
  else
    requireFeature(R, Offset, Info->Text, Info->Needs, Enabled);
  return R.failed() ? nullptr : Info;
}

static BlockType readBlockType(ByteReader &R, const Features &Enabled) {
  constexpr uint8_t Empty = 0x40;
  BlockType Result;
  if (R.peek() == Empty) {
    R.readByte();
    return Result;
  }
  // Value types are the one-byte negative numbers, others are type indices.
  if ((R.peek() & 0xC0) == 0x40) {
    Result.Result = readValType(R, Enabled);
    return Result;
  }
  const uint64_t Offset = R.offset();
  const int64_t TypeIndex = R.readVarS33();
  if (TypeIndex < 0)
    R.fail(Offset, "malformed block type");
  requireFeature(R, Offset, "a block with a function type", Feature::MultiValue, Enabled);
  Result.TypeIndex = static_cast<uint32_t>(TypeIndex);
  return Result;
}

static void readLabelTable(ByteReader &R, SmallVectorImpl<uint32_t> &Labels) {
  const uint32_t Count = readCount(R, MaxBodySize, "labels");
  Labels.reserve(size_t(Count) + 1);
  for (uint32_t I = 0; I <= Count && !R.failed(); ++I)
    Labels.push_back(R.readVarU32());
}

static CatchClause readCatchClause(ByteReader &R) {
  CatchClause Result;
  const uint64_t Offset = R.offset();
  const uint8_t Kind = R.readByte();
  if (Kind > CatchClause::CatchAllRef)
    R.fail(Offset, "malformed catch clause");
  Result.Kind = static_cast<CatchClause::ClauseKind>(Kind);
  if (Result.hasTag())
    Result.Tag = R.readVarU32();
  Result.Label = R.readVarU32();
  return Result;
}

static void readCatchClauses(ByteReader &R, SmallVectorImpl<CatchClause> &Clauses) {
  const uint32_t Count = readCount(R, MaxBodySize, "catch clauses");
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    Clauses.push_back(readCatchClause(R));
}

static void readValTypes(ByteReader &R, SmallVectorImpl<ValType> &Types, const Features &Enabled) {
  const uint32_t Count = readCount(R, MaxResults, "types");
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    Types.push_back(readValType(R, Enabled));
}

static uint32_t readMemoryIndex(ByteReader &R, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  const uint32_t Index = R.readVarU32();
  if (Index != 0)
    requireFeature(R, Offset, "memory " + Twine(Index), Feature::MultiMemory, Enabled);
  return Index;
}

static MemoryArgument readMemoryArgument(ByteReader &R, const Features &Enabled) {
  MemoryArgument Result;
  const uint64_t Offset = R.offset();
  const uint32_t Flags = R.readVarU32();
  Result.AlignmentLog2 = Flags & (HasMemoryIndex - 1);
  if (Flags >= 2 * HasMemoryIndex) {
    R.fail(Offset, "malformed alignment of a memory access");
  } else if (Flags & HasMemoryIndex) {
    requireFeature(R, Offset, "a memory access with a memory index", Feature::MultiMemory, Enabled);
    Result.Memory = R.readVarU32();
  }
  Result.Offset = R.readVarU64();
  return Result;
}

static uint64_t readNumber(ByteReader &R, ImmediateKind Kind) {
  switch (Kind) {
  case ImmediateKind::I32:
    return static_cast<uint64_t>(int64_t(R.readVarS32()));
  case ImmediateKind::I64:
    return static_cast<uint64_t>(R.readVarS64());
  case ImmediateKind::F32:
    return R.readFixedU32();
  case ImmediateKind::F64:
    return R.readFixedU64();
  default:
    llvm_unreachable("not the immediate of a number");
  }
}

static void readSixteenBytes(ByteReader &R, std::array<uint8_t, 16> &Bytes) {
  const ArrayRef<uint8_t> Raw = R.readBytes(Bytes.size());
  if (!R.failed())
    copy(Raw, Bytes.begin());
}

static void readImmediates(ByteReader &R, Instruction &I, const Features &Enabled) {
  switch (I.Info->Immediate) {
  case ImmediateKind::None:
    return;
  case ImmediateKind::BlockType:
    I.Block = readBlockType(R, Enabled);
    return;
  case ImmediateKind::TryTable:
    I.Block = readBlockType(R, Enabled);
    readCatchClauses(R, I.Catches);
    return;
  case ImmediateKind::LabelTable:
    readLabelTable(R, I.Labels);
    return;
  case ImmediateKind::ValTypes:
    readValTypes(R, I.Types, Enabled);
    return;
  case ImmediateKind::Label:
  case ImmediateKind::Tag:
  case ImmediateKind::Function:
  case ImmediateKind::Local:
  case ImmediateKind::Global:
  case ImmediateKind::Table:
  case ImmediateKind::Element:
  case ImmediateKind::Data:
    I.Index = R.readVarU32();
    return;
  case ImmediateKind::DefinedType:
    // return_call_ref is a tail call as well.
    requireFeature(R, I.Offset, I.Info->Text, Feature::FunctionReferences, Enabled);
    I.Index = R.readVarU32();
    return;
  case ImmediateKind::TypeTable:
  case ImmediateKind::TableTable:
  case ImmediateKind::ElementTable:
    I.Index = R.readVarU32();
    I.Index2 = R.readVarU32();
    return;
  case ImmediateKind::HeapType:
    I.Type = readHeapType(R, Enabled);
    return;
  case ImmediateKind::Memory8:
  case ImmediateKind::Memory16:
  case ImmediateKind::Memory32:
  case ImmediateKind::Memory64:
  case ImmediateKind::Memory128:
    I.Memory = readMemoryArgument(R, Enabled);
    return;
  case ImmediateKind::Memory8Lane:
  case ImmediateKind::Memory16Lane:
  case ImmediateKind::Memory32Lane:
  case ImmediateKind::Memory64Lane:
    I.Memory = readMemoryArgument(R, Enabled);
    I.Index = R.readByte();
    return;
  case ImmediateKind::Lane:
    I.Index = R.readByte();
    return;
  case ImmediateKind::V128:
  case ImmediateKind::Shuffle:
    return readSixteenBytes(R, I.Bytes);
  case ImmediateKind::Memory:
    I.Index = readMemoryIndex(R, Enabled);
    return;
  case ImmediateKind::DataMemory:
    I.Index = R.readVarU32();
    I.Index2 = readMemoryIndex(R, Enabled);
    return;
  case ImmediateKind::MemoryMemory:
    I.Index = readMemoryIndex(R, Enabled);
    I.Index2 = readMemoryIndex(R, Enabled);
    return;
  case ImmediateKind::I32:
  case ImmediateKind::I64:
  case ImmediateKind::F32:
  case ImmediateKind::F64:
    I.Bits = readNumber(R, I.Info->Immediate);
    return;
  }
}

bool OpReader::next(Instruction &I) {
  if (Reader.atEnd())
    return false;
  I.Types.clear();
  I.Labels.clear();
  I.Catches.clear();
  I.Offset = Reader.offset();
  I.Info = readOpcode(Reader, Enabled);
  if (!I.Info)
    return false;
  I.Op = I.Info->Code;
  readImmediates(Reader, I, Enabled);
  return !Reader.failed();
}

} // namespace w2n
