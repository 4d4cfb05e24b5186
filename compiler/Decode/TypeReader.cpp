//===- TypeReader.cpp - Types and counts in the binary format --------------===//

#include "Decode/TypeReader.h"

#include "Wasm/Limits.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

void requireFeature(ByteReader &R, uint64_t Offset, const Twine &What, Feature F,
                    const Features &Enabled) {
  if (!Enabled.has(F))
    R.fail(Offset, missingFeature(What, F));
}

uint32_t readCount(ByteReader &R, uint32_t Limit, const Twine &What) {
  const uint64_t Offset = R.offset();
  const uint32_t Count = R.readVarU32();
  if (Count > Limit)
    R.fail(Offset, Twine(Count) + " " + What + " exceed the limit of " + Twine(Limit));
  else if (Count > R.remaining())
    R.fail(Offset, "unexpected end: " + Twine(Count) + " " + What + " do not fit in the " +
                       Twine(R.remaining()) + " bytes left");
  return R.failed() ? 0 : Count;
}

StringRef readExternName(ByteReader &R) {
  const uint64_t Offset = R.offset();
  const StringRef Name = R.readName();
  if (Name.size() > MaxNameLength)
    R.fail(Offset, "a name of " + Twine(Name.size()) + " bytes exceeds the limit of " +
                       Twine(MaxNameLength));
  return Name;
}

/// The feature that defines a type's byte which this version does not read.
static std::optional<Feature> featureOfTypeByte(uint8_t Byte) {
  switch (Byte) {
  case 0x6A: // arrayref
  case 0x6B: // structref
  case 0x6C: // i31ref
  case 0x6D: // eqref
  case 0x6E: // anyref
  case 0x71: // nullref
  case 0x72: // nullexternref
  case 0x73: // nullfuncref
    return Feature::GC;
  default:
    return std::nullopt;
  }
}

static void failType(ByteReader &R, uint64_t Offset, uint8_t Byte, StringRef Kind) {
  const std::string What =
      (Kind + " type 0x" + utohexstr(Byte, /*LowerCase=*/true, /*Width=*/2)).str();
  const std::optional<Feature> F = featureOfTypeByte(Byte);
  R.fail(Offset, F ? missingFeature(What, *F) : "malformed " + What);
}

/// (ref null ht) and (ref ht).
enum : uint8_t { NullableReference = 0x63, NonNullReference = 0x64 };

/// Reads a reference type; Kind is what is asked for, in messages.
static ValType readReference(ByteReader &R, const Features &Enabled, StringRef Kind) {
  const uint64_t Offset = R.offset();
  const uint8_t Byte = R.readByte();
  switch (Byte) {
  case 0x70:
    return ValType::funcRef();
  case 0x6F:
    requireFeature(R, Offset, "type externref", Feature::ReferenceTypes, Enabled);
    return ValType::externRef();
  case NullableReference:
  case NonNullReference:
    requireFeature(R, Offset, "a typed reference", Feature::FunctionReferences, Enabled);
    return readHeapType(R, Enabled).withNullable(Byte == NullableReference);
  case 0x69:
  case 0x74:
    requireFeature(R, Offset, "a reference to an exception", Feature::Exceptions, Enabled);
    return ValType::ref(Byte == 0x69 ? HeapKind::Exn : HeapKind::NoExn);
  default:
    failType(R, Offset, Byte, Kind);
    return ValType::externRef();
  }
}

ValType readValType(ByteReader &R, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  switch (R.peek()) {
  case 0x7F:
    R.readByte();
    return ValType::I32;
  case 0x7E:
    R.readByte();
    return ValType::I64;
  case 0x7D:
    R.readByte();
    return ValType::F32;
  case 0x7C:
    R.readByte();
    return ValType::F64;
  case 0x7B:
    R.readByte();
    requireFeature(R, Offset, "type v128", Feature::SIMD, Enabled);
    return ValType::V128;
  default:
    break;
  }
  const ValType Reference = readReference(R, Enabled, "value");
  requireFeature(R, Offset, "a reference as a value", Feature::ReferenceTypes, Enabled);
  return Reference;
}

ValType readRefType(ByteReader &R, const Features &Enabled) {
  return readReference(R, Enabled, "reference");
}

ValType readHeapType(ByteReader &R, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  // Abstract heap types are the one-byte negative numbers, others are type indices.
  if ((R.peek() & 0xC0) == 0x40) {
    if (R.peek() == NullableReference || R.peek() == NonNullReference)
      R.fail(Offset, "malformed heap type");
    return readRefType(R, Enabled);
  }
  const int64_t TypeIndex = R.readVarS33();
  if (TypeIndex < 0)
    R.fail(Offset, "malformed heap type");
  else
    requireFeature(R, Offset, "a reference to a defined type", Feature::FunctionReferences,
                   Enabled);
  return ValType::ref(HeapKind::Defined, /*Nullable=*/true, static_cast<uint32_t>(TypeIndex));
}

namespace {
enum LimitsFlags : uint8_t { HasMaximum = 1, Shared = 2, Is64Bit = 4, HasPageSize = 8 };
} // namespace

/// Reads the flags of the limits of What, which may be any of Defined.
static uint8_t readLimitsFlags(ByteReader &R, const Features &Enabled, StringRef What,
                               int Defined) {
  const uint64_t Offset = R.offset();
  const uint8_t Flags = R.readByte();
  if (Flags & ~Defined)
    R.fail(Offset, "malformed limits flags of a " + What);
  if (Flags & HasPageSize)
    requireFeature(R, Offset, "a page size", Feature::CustomPageSizes, Enabled);
  if (Flags & Shared)
    requireFeature(R, Offset, "a shared memory", Feature::Threads, Enabled);
  if (Flags & Is64Bit)
    requireFeature(R, Offset, "a 64-bit " + What, Feature::Memory64, Enabled);
  return Flags;
}

/// Reads the sizes that follow the flags: 64-bit integers whatever the address type,
/// which validation holds them to.
static Limits readLimits(ByteReader &R, uint8_t Flags) {
  Limits Result;
  Result.Minimum = R.readVarU64();
  if (Flags & HasMaximum)
    Result.Maximum = R.readVarU64();
  return Result;
}

static ValType addressType(uint8_t Flags) { return Flags & Is64Bit ? ValType::I64 : ValType::I32; }

TableType readTableType(ByteReader &R, const Features &Enabled) {
  TableType Result;
  Result.Element = readRefType(R, Enabled);
  const uint8_t Flags = readLimitsFlags(R, Enabled, "table", HasMaximum | Is64Bit);
  Result.Size = readLimits(R, Flags);
  Result.Address = addressType(Flags);
  return Result;
}

MemoryType readMemoryType(ByteReader &R, const Features &Enabled) {
  MemoryType Result;
  const uint8_t Flags =
      readLimitsFlags(R, Enabled, "memory", HasMaximum | Shared | Is64Bit | HasPageSize);
  Result.Size = readLimits(R, Flags);
  Result.Address = addressType(Flags);
  if (Flags & HasPageSize) {
    const uint64_t Offset = R.offset();
    Result.PageSizeLog2 = R.readVarU32();
    if (Result.PageSizeLog2 >= 64)
      R.fail(Offset, "malformed page size: 2^" + Twine(Result.PageSizeLog2));
  }
  return Result;
}

GlobalType readGlobalType(ByteReader &R, const Features &Enabled) {
  GlobalType Result;
  Result.Type = readValType(R, Enabled);
  const uint64_t Offset = R.offset();
  const uint8_t Mutability = R.readByte();
  if (Mutability > 1)
    R.fail(Offset, "malformed mutability of a global");
  Result.Mutable = Mutability == 1;
  return Result;
}

} // namespace w2n
