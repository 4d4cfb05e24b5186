//===- Names.cpp - The name section ----------------------------------------===//

#include "Decode/CustomSections.h"
#include "Decode/TypeReader.h"
#include "Support/Error.h"
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

static void readSubsection(uint8_t Id, ByteReader &Content, Names &Result) {
  if (Id == ModuleName)
    Result.Module = Content.readName();
  else if (Id == FunctionNames)
    readIndexedNames(Content, MaxFunctions, Result.Functions);
  else if (Id == TagNames)
    readIndexedNames(Content, MaxTags, Result.Tags);
  else
    Content.skip(Content.remaining());
  if (!Content.failed() && !Content.atEnd())
    Content.fail(Content.offset(), "bytes after the names");
}

static void readNames(ByteReader &R, Names &Result) {
  int LastId = -1;
  while (!R.atEnd()) {
    const uint64_t IdOffset = R.offset();
    const uint8_t Id = R.readByte();
    const uint32_t Size = R.readVarU32();
    const uint64_t Offset = R.offset();
    ByteReader Content(R.readBytes(Size), Offset);
    if (Id <= LastId)
      R.fail(IdOffset, "subsections out of order");
    LastId = Id;
    readSubsection(Id, Content, Result);
    handleAllErrors(Content.takeError(), [&](const InputError &E) {
      R.fail(E.place().Offset.value_or(Offset), E.message());
    });
  }
}

void decodeNames(Module &M) {
  Names Found;
  if (!readCustomSection(M, "name", [&](ByteReader &R) { readNames(R, Found); }))
    return;
  M.Name = Found.Module;
  assignNames(M.Functions, Found.Functions);
  assignNames(M.Tags, Found.Tags);
}

} // namespace w2n
