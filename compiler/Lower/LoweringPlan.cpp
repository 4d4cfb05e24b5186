//===- LoweringPlan.cpp - What lowering knows before it starts -------------===//

#include "Lower/LoweringPlan.h"

#include "Decode/OpReader.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace llvm;

namespace w2n {

LoweringPlan::LoweringPlan(const ValidModule &Valid, const LowerOptions &Options)
    : Valid(Valid), Options(Options), Facts(Valid), Throws(Valid, Facts, Options.Kind),
      Tables(Valid, Facts, Options.Kind), Parts(1), Shared(Valid->Functions.size()) {
  Parts[0].Functions = {Valid->ImportedFunctions, static_cast<uint32_t>(Valid->Functions.size())};
}

uint64_t LoweringPlan::bytes(Range Functions) const {
  uint64_t Bytes = 0;
  for (uint32_t Index = Functions.First; Index < Functions.End; ++Index)
    Bytes += Valid->Functions[Index].Body.Size;
  return Bytes;
}

uint64_t LoweringPlan::bytesOfPart() const {
  if (Options.BytesOfPart)
    return *Options.BytesOfPart;
  constexpr uint64_t Most = 256 << 10;
  if (Options.Inlines)
    return Most;
  // Parts lose nothing then, and what is divided here need not be divided as IR: that takes
  // longer than lowering it.
  constexpr uint64_t Least = 16 << 10;
  constexpr uint64_t UsualParts = 16;
  return std::clamp(bytes(Parts[0].Functions) / UsualParts, Least, Most);
}

/// Neighbours stay together: a linker puts functions of one source file next to each other.
void LoweringPlan::cut() {
  const Range All = Parts[0].Functions;
  const uint64_t BytesOfPart = bytesOfPart();
  uint64_t Bytes = 0;
  for (uint32_t Index = All.First; Index < All.End; ++Index) {
    const uint64_t Size = Valid->Functions[Index].Body.Size;
    Range &Last = Parts.back().Functions;
    if (Bytes != 0 && Bytes + Size / 2 > BytesOfPart) {
      Last.End = Index;
      Parts.push_back({{Index, All.End}, {}});
      Bytes = 0;
    }
    Bytes += Size;
  }
}

/// Finds what a body that is in User names of other parts.
void LoweringPlan::shareNamedBy(uint32_t Index, const Part &User,
                                SmallVectorImpl<uint32_t> &Called) {
  const ByteRange &Body = Valid->Functions[Index].Body;
  OpReader Reader(Valid->bytes(Body), Body.Offset, Valid.features());
  for (Instruction I; Reader.next(I);) {
    if (I.Op == Opcode::RefFunc && &User != &Parts.front())
      ReferencedByParts.push_back(I.Index);
    const bool IsCall = I.Op == Opcode::Call || I.Op == Opcode::ReturnCall;
    if (!IsCall || Valid->Functions[I.Index].Import || User.Functions.contains(I.Index))
      continue;
    Shared.set(I.Index);
    Called.push_back(I.Index);
  }
}

template <typename ContainerT> static void makeUnique(ContainerT &Indices) {
  sort(Indices);
  Indices.erase(unique(Indices), Indices.end());
}

void LoweringPlan::share(Part &User) {
  // A call takes some ten bytes with its operands, and inlining ends at code that costs
  // some 45 instructions.
  constexpr uint64_t MostInlinableBytes = 100;
  SmallVector<uint32_t> Called;
  for (uint32_t Index = User.Functions.First; Index < User.Functions.End; ++Index)
    shareNamedBy(Index, User, Called);
  makeUnique(Called);
  for (const uint32_t Index : Called)
    if (Options.Inlines && Valid->Functions[Index].Body.Size <= MostInlinableBytes)
      User.Inlinable.push_back(Index);
  // What these call is not inlined, but has to be found.
  for (const uint32_t Index : User.Inlinable)
    shareNamedBy(Index, User, Called);
}

void LoweringPlan::divide() {
  assert(Parts.size() == 1 && "divided once");
  constexpr uint64_t LeastParts = 4;
  if (bytes(Parts[0].Functions) / LeastParts < bytesOfPart())
    return;
  cut();
  SymbolPrefix = Options.Kind == Placement::Program ? "w2n." : "w2n." + Options.ModuleName + ".";
  for (Part &User : Parts)
    share(User);
  makeUnique(ReferencedByParts);
  // The first part has the tables, the exports and the function that initialises all.
  for (const uint32_t Index : Facts.ReferencedFunctions)
    Shared.set(Index);
  if (Valid->Start)
    Shared.set(*Valid->Start);
}

std::string LoweringPlan::functionTable(size_t Part) const {
  return Part == 0 || Part >= Parts.size() ? "" : symbol("function_table." + Twine(Part));
}

} // namespace w2n
