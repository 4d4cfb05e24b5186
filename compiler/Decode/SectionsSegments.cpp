//===- SectionsSegments.cpp - Element and data segments --------------------===//
//
// Core spec, 5.5.12, 5.5.14 and 5.5.15, and the constant expressions in them.
//
//===----------------------------------------------------------------------===//

#include "Decode/OpReader.h"
#include "Decode/Sections.h"
#include "Decode/TypeReader.h"
#include "Support/Error.h"
#include "Wasm/Limits.h"

using namespace llvm;

namespace w2n {

ByteRange readConstantExpression(ByteReader &R, const Features &Enabled) {
  ByteRange Result;
  Result.Offset = R.offset();
  ByteReader Rest = R;
  OpReader Ops(Rest.readBytes(Rest.remaining()), Result.Offset, Enabled);
  // Blocks are not constant, but the expression ends where they are all closed.
  unsigned Depth = 1;
  for (Instruction I; Depth != 0 && Ops.next(I);) {
    if (closesBlock(I.Op))
      --Depth;
    else if (opensBlock(I.Op))
      ++Depth;
  }
  handleAllErrors(Ops.takeError(), [&](const InputError &E) {
    R.fail(E.place().Offset.value_or(Result.Offset), E.message());
  });
  if (Depth != 0)
    R.fail(Ops.offset(), "unexpected end of a constant expression");
  Result.Size = Ops.offset() - Result.Offset;
  if (!R.failed())
    R.skip(Result.Size);
  return Result;
}

/// Reads the element kind of a segment of function indices.
static void readElementKind(ByteReader &R) {
  constexpr uint8_t FunctionKind = 0x00;
  const uint64_t Offset = R.offset();
  if (R.readByte() != FunctionKind)
    R.fail(Offset, "malformed element kind");
}

static void readElements(ByteReader &R, ElementSegment &S, bool AsExpressions,
                         const Features &Enabled) {
  const uint32_t Count = readCount(R, MaxElementsPerSegment, "elements");
  if (AsExpressions)
    S.Expressions.reserve(Count);
  else
    S.Functions.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    if (AsExpressions)
      S.Expressions.push_back(readConstantExpression(R, Enabled));
    else
      S.Functions.push_back(R.readVarU32());
  }
}

static void readElementSegment(ByteReader &R, ElementSegment &S, const Features &Enabled) {
  enum : uint8_t { NotActive = 1, ExplicitOrDeclarative = 2, AsExpressions = 4, All = 7 };
  S.Offset = R.offset();
  const uint32_t Flags = R.readVarU32();
  if (Flags > All)
    R.fail(S.Offset, "malformed element segment flags");
  if (Flags != 0)
    requireFeature(R, S.Offset, "an element segment with flags", Feature::BulkMemory, Enabled);

  if (!(Flags & NotActive)) {
    S.Mode = SegmentMode::Active;
    if (Flags & ExplicitOrDeclarative)
      S.Table = R.readVarU32();
    S.Start = readConstantExpression(R, Enabled);
  } else if (Flags & ExplicitOrDeclarative) {
    S.Mode = SegmentMode::Declarative;
  }

  // Function indices are never null. An active segment of the first table with
  // expressions leaves out what its elements are.
  S.Type = ValType::funcRef().withNullable(Flags & AsExpressions);
  const bool SaysType = Flags & (NotActive | ExplicitOrDeclarative);
  if (SaysType && (Flags & AsExpressions))
    S.Type = readRefType(R, Enabled);
  else if (SaysType)
    readElementKind(R);
  readElements(R, S, Flags & AsExpressions, Enabled);
}

Error decodeElementSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint32_t Count = readCount(R, MaxElementSegments, "element segments");
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    readElementSegment(R, M.Elements.emplace_back(), Enabled);
  return R.takeError();
}

Error decodeDataCountSection(ByteReader &R, Module &M, const Features &Enabled) {
  requireFeature(R, R.offset(), "a data count section", Feature::BulkMemory, Enabled);
  M.DataCount = R.readVarU32();
  return R.takeError();
}

static void readDataSegment(ByteReader &R, DataSegment &S, const Features &Enabled) {
  enum : uint8_t { Active = 0, Passive = 1, ActiveExplicit = 2 };
  S.Offset = R.offset();
  const uint32_t Flags = R.readVarU32();
  if (Flags > ActiveExplicit)
    R.fail(S.Offset, "malformed data segment flags");
  if (Flags != Active)
    requireFeature(R, S.Offset, "a data segment with flags", Feature::BulkMemory, Enabled);
  if (Flags == ActiveExplicit)
    S.Memory = R.readVarU32();
  if (Flags != Passive) {
    S.Mode = SegmentMode::Active;
    S.Start = readConstantExpression(R, Enabled);
  }
  S.Content.Size = R.readVarU32();
  S.Content.Offset = R.offset();
  R.skip(S.Content.Size);
}

Error decodeDataSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  const uint32_t Count = readCount(R, MaxDataSegments, "data segments");
  if (!R.failed() && M.DataCount && *M.DataCount != Count)
    R.fail(Offset,
           Twine(Count) + " data segments, but the data count section says " + Twine(*M.DataCount));
  M.DataSegments.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    readDataSegment(R, M.DataSegments.emplace_back(), Enabled);
  return R.takeError();
}

} // namespace w2n
