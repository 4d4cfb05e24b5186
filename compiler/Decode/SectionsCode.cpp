//===- SectionsCode.cpp - Function bodies ----------------------------------===//
//
// Core spec, 5.5.13. The locals are read here; the instructions stay bytes.
//
//===----------------------------------------------------------------------===//

#include "Decode/Sections.h"
#include "Decode/TypeReader.h"
#include "Support/Error.h"
#include "Wasm/Limits.h"

using namespace llvm;

namespace w2n {

static void readLocals(ByteReader &R, Function &F, const Features &Enabled) {
  const uint32_t Runs = readCount(R, MaxLocals, "declarations of locals");
  uint64_t Total = 0;
  for (uint32_t I = 0; I < Runs && !R.failed(); ++I) {
    const uint64_t Offset = R.offset();
    const uint32_t Count = R.readVarU32();
    const ValType Type = readValType(R, Enabled);
    Total += Count;
    if (Total > MaxLocals)
      R.fail(Offset,
             "too many locals: " + Twine(Total) + " exceed the limit of " + Twine(MaxLocals));
    F.Locals.push_back({Count, Type});
  }
}

/// Reads one entry of the code section. The error, if any, names the function.
static Error readBody(ByteReader &R, Module &M, uint32_t Index, const Features &Enabled) {
  const uint64_t SizeOffset = R.offset();
  const uint32_t Size = R.readVarU32();
  if (Size > MaxBodySize)
    R.fail(SizeOffset, "a function body of " + Twine(Size) + " bytes exceeds the limit of " +
                           Twine(MaxBodySize));
  const uint64_t Offset = R.offset();
  ByteReader Body(R.readBytes(Size), Offset);
  M.Functions[Index].EntryOffset = Offset;
  if (!R.failed())
    readLocals(Body, M.Functions[Index], Enabled);
  M.Functions[Index].Body = {Body.offset(), Body.remaining()};
  return handleErrors(R.failed() ? R.takeError() : Body.takeError(),
                      [&](std::unique_ptr<InputError> E) {
                        E->place().Function = Index;
                        return Error(std::move(E));
                      });
}

Error decodeCodeSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  const uint32_t Count = readCount(R, MaxFunctions, "function bodies");
  const size_t Declared = M.Functions.size() - M.ImportedFunctions;
  if (!R.failed() && Count != Declared)
    R.fail(Offset,
           Twine(Count) + " function bodies, but the function section declares " + Twine(Declared));
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    if (Error E = readBody(R, M, M.ImportedFunctions + I, Enabled))
      return E;
  return R.takeError();
}

} // namespace w2n
