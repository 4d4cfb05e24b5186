//===- ConstantTables.cpp - Tables that never change -----------------------===//

#include "Lower/ConstantTables.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <algorithm>

using namespace llvm;

namespace w2n {

namespace {

/// The value of an expression that is one const instruction.
std::optional<uint64_t> constantStart(const ValidModule &Valid, const ByteRange &Expression) {
  OpReader Reader(Valid->bytes(Expression), Expression.Offset, Valid.features());
  Instruction First, Second;
  if (!Reader.next(First) || !Reader.next(Second) || Second.Op != Opcode::End)
    return std::nullopt;
  if (First.Op == Opcode::I32Const)
    return static_cast<uint32_t>(First.Bits);
  if (First.Op == Opcode::I64Const)
    return First.Bits;
  return std::nullopt;
}

/// Whether nobody but the module's own instructions can change a table, and they do not.
bool isUntouched(const ValidModule &Valid, uint32_t Index, Placement Kind) {
  const Table &T = Valid->Tables[Index];
  // An expression may give elements that are not null to begin with.
  if (T.Import || T.Init.Size != 0 || Valid.bodies().WrittenTables.test(Index))
    return false;
  const ValType Element = T.Type.Element;
  if (Element.heap() != HeapKind::Func && Element.heap() != HeapKind::Defined)
    return false;
  return Kind == Placement::Program || none_of(Valid->Exports, [&](const Export &E) {
           return E.Kind == ExternKind::Table && E.Index == Index;
         });
}

/// Whether an active segment was run before all code of the module. One that traps may leave
/// functions in a table of somebody else, who can call them then.
bool segmentsRunFirst(const Module &Wasm) {
  return none_of(Wasm.Elements, [&](const ElementSegment &Segment) {
    return Segment.Mode == SegmentMode::Active && Wasm.Tables[Segment.Table].Import;
  });
}

/// Writes what an active segment does to a table; gives false where that is not known.
bool apply(ConstantTable &To, const ValidModule &Valid, const ElementSegment &Segment,
           ArrayRef<ElementValue> Values, Placement Kind) {
  // Beyond what tables of producers are, and little enough to be written down.
  constexpr uint64_t MostElements = 1 << 18;
  const std::optional<uint64_t> Start = constantStart(Valid, Segment.Start);
  if (!Start || *Start > To.Size || Values.size() > To.Size - *Start)
    return false;
  const uint64_t End = *Start + Values.size();
  if (End > MostElements)
    return false;
  To.Elements.resize(std::max<size_t>(To.Elements.size(), End));
  for (const auto [Place, Value] : enumerate(Values)) {
    // A library's imports have instances of their own.
    const bool IsForeign =
        Kind == Placement::Library && Value.Function && Valid->Functions[*Value.Function].Import;
    if (Value.Expression || IsForeign)
      return false;
    To.Elements[*Start + Place] = Value.Function;
  }
  return true;
}

std::optional<ConstantTable> evaluate(const ValidModule &Valid, const ModuleFacts &Facts,
                                      uint32_t Index, Placement Kind) {
  if (!isUntouched(Valid, Index, Kind))
    return std::nullopt;
  ConstantTable Result;
  Result.Size = Valid->Tables[Index].Type.Size.Minimum;
  Result.IsRead = Valid.bodies().ReadTables.test(Index);
  for (const auto [Segment, Values] : zip_equal(Valid->Elements, Facts.Elements))
    if (Segment.Mode == SegmentMode::Active && Segment.Table == Index &&
        !apply(Result, Valid, Segment, Values, Kind))
      return std::nullopt;
  while (!Result.Elements.empty() && !Result.Elements.back())
    Result.Elements.pop_back();
  return Result;
}

void addByType(ConstantTable &Table, const Module &Wasm, ArrayRef<uint32_t> TypeNumbers) {
  for (const auto [Index, Function] : enumerate(Table.Elements)) {
    if (!Function)
      continue;
    ElementsOfType &Same = Table.ByType[TypeNumbers[Wasm.Functions[*Function].TypeIndex]];
    if (Same.Count++ == 0)
      Same.First = Index;
    Same.Last = Index;
    if (Same.areListed())
      Same.Indices.push_back(Index);
  }
}

} // namespace

ConstantTables::ConstantTables(const ValidModule &Valid, const ModuleFacts &Facts, Placement Kind)
    : Tables(Valid->Tables.size()), CalledTypes(Valid->Types.size() + 1) {
  StringMap<uint32_t> Numbers;
  for (const auto [Index, Canonical] : enumerate(Valid->CanonicalTypes)) {
    TypeNumbers.push_back(Numbers.try_emplace(Canonical, Numbers.size() + 1).first->second);
    if (Valid.bodies().IndirectTypes.test(Index))
      CalledTypes.set(TypeNumbers.back());
  }
  if (Kind == Placement::Library && !segmentsRunFirst(*Valid))
    return;
  for (uint32_t Index = 0; Index < Tables.size(); ++Index) {
    Tables[Index] = evaluate(Valid, Facts, Index, Kind);
    if (Tables[Index])
      addByType(*Tables[Index], *Valid, TypeNumbers);
  }
}

} // namespace w2n
