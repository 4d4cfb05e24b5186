//===- Names.cpp - The name section ----------------------------------------===//

#include "Decode/Names.h"

#include "Decode/TypeReader.h"
#include "Support/ByteReader.h"
#include "Wasm/Limits.h"

#include "llvm/ADT/STLExtras.h"

#include <utility>

using namespace llvm;

namespace w2n {

namespace {
enum Subsection : uint8_t { ModuleName = 0, FunctionNames = 1, TagNames = 11 };

using IndexedNames = std::vector<std::pair<uint32_t, StringRef>>;

struct Names {
  StringRef Module;
  IndexedNames Functions;
  IndexedNames Tags;
};
} // namespace

static void readIndexedNames(ByteReader &R, uint32_t Limit, IndexedNames &Result) {
  const uint32_t Count = readCount(R, Limit, "names");
  Result.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    const uint32_t Index = R.readVarU32();
    if (!Result.empty() && Index <= Result.back().first)
      R.fail(R.offset(), "names out of order");
    Result.emplace_back(Index, R.readName());
  }
}

template <typename T> static void assignNames(std::vector<T> &Space, const IndexedNames &Names) {
  for (const auto &[Index, Name] : Names)
    if (Index < Space.size())
      Space[Index].Name = Name;
}

/// Reads all subsections; false if anything about them is malformed.
static bool readNames(ByteReader &R, Names &Result) {
  int LastId = -1;
  while (!R.atEnd()) {
    const uint8_t Id = R.readByte();
    const uint32_t Size = R.readVarU32();
    const uint64_t Offset = R.offset();
    ByteReader Content(R.readBytes(Size), Offset);
    if (R.failed() || Id <= LastId)
      return false;
    LastId = Id;
    if (Id == ModuleName)
      Result.Module = Content.readName();
    else if (Id == FunctionNames)
      readIndexedNames(Content, MaxFunctions, Result.Functions);
    else if (Id == TagNames)
      readIndexedNames(Content, MaxTags, Result.Tags);
    else
      continue;
    if (Content.failed() || !Content.atEnd())
      return false;
  }
  return true;
}

void decodeNames(Module &M) {
  const auto Section =
      find_if(M.CustomSections, [](const CustomSection &S) { return S.Name == "name"; });
  if (Section == M.CustomSections.end())
    return;
  ByteReader R(M.bytes(Section->Content), Section->Content.Offset);
  Names Found;
  if (!readNames(R, Found))
    return;
  M.Name = Found.Module;
  assignNames(M.Functions, Found.Functions);
  assignNames(M.Tags, Found.Tags);
}

} // namespace w2n
