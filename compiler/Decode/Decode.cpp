//===- Decode.cpp - From bytes to a Module ---------------------------------===//

#include "Decode/Decode.h"

#include "Decode/CustomSections.h"
#include "Decode/Sections.h"
#include "Support/ByteReader.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Wasm.h"

using namespace llvm;

namespace w2n {

namespace {
struct Section {
  uint8_t Id;
  StringRef Name;
  Error (*Decode)(ByteReader &, Module &, const Features &);
};
} // namespace

/// The sections in the order in which they must come.
static constexpr Section Sections[] = {
    {wasm::WASM_SEC_TYPE, "type", decodeTypeSection},
    {wasm::WASM_SEC_IMPORT, "import", decodeImportSection},
    {wasm::WASM_SEC_FUNCTION, "function", decodeFunctionSection},
    {wasm::WASM_SEC_TABLE, "table", decodeTableSection},
    {wasm::WASM_SEC_MEMORY, "memory", decodeMemorySection},
    {wasm::WASM_SEC_TAG, "tag", decodeTagSection},
    {wasm::WASM_SEC_GLOBAL, "global", decodeGlobalSection},
    {wasm::WASM_SEC_EXPORT, "export", decodeExportSection},
    {wasm::WASM_SEC_START, "start", decodeStartSection},
    {wasm::WASM_SEC_ELEM, "element", decodeElementSection},
    {wasm::WASM_SEC_DATACOUNT, "data count", decodeDataCountSection},
    {wasm::WASM_SEC_CODE, "code", decodeCodeSection},
    {wasm::WASM_SEC_DATA, "data", decodeDataSection},
};

static void readHeader(ByteReader &R) {
  constexpr uint32_t ComponentVersion = 0x0001000D;
  const ArrayRef<uint8_t> Magic = R.readBytes(sizeof(wasm::WasmMagic));
  if (!R.failed() && toStringRef(Magic) != StringRef(wasm::WasmMagic, sizeof(wasm::WasmMagic)))
    R.fail(0, "not a WebAssembly module: the magic number is missing");
  const uint64_t Offset = R.offset();
  const uint32_t Version = R.readFixedU32();
  if (Version == ComponentVersion)
    R.fail(Offset, "this is a component; only modules are supported");
  else if (Version != wasm::WasmVersion)
    R.fail(Offset, "unknown binary version " + Twine(Version));
}

/// The index in Sections of an Id at the given offset of the file, which must not come
/// before Next.
static Expected<size_t> findSection(uint8_t Id, uint64_t Offset, size_t Next) {
  for (size_t I = 0; I < std::size(Sections); ++I) {
    if (Sections[I].Id != Id)
      continue;
    if (I + 1 == Next)
      return inputErrorAt(Offset, "a second " + Sections[I].Name + " section");
    if (I < Next)
      return inputErrorAt(Offset, Sections[I].Name + " section after the " +
                                      Sections[Next - 1].Name + " section");
    return I;
  }
  return inputErrorAt(Offset, "malformed section id " + Twine(unsigned(Id)));
}

static Error decodeSection(const Section &S, ByteReader &Content, Module &M,
                           const Features &Enabled) {
  if (Error E = S.Decode(Content, M, Enabled))
    return E;
  if (!Content.atEnd())
    Content.fail(Content.offset(), "section size mismatch: " + Twine(Content.remaining()) +
                                       " bytes after the end of the " + S.Name + " section");
  return Content.takeError();
}

static Error decodeCustomSection(ByteReader &Content, Module &M) {
  CustomSection S;
  S.Name = Content.readName();
  S.Content = {Content.offset(), Content.remaining()};
  if (!Content.failed())
    M.CustomSections.push_back(S);
  return handleErrors(Content.takeError(), [](std::unique_ptr<InputError> E) {
    return inputError("in the name of a custom section: " + E->message(), E->place());
  });
}

/// Checks that no section is missing which another one announces.
static Error checkCounts(const Module &M, bool HasCode) {
  const size_t Declared = M.Functions.size() - M.ImportedFunctions;
  if (!HasCode && Declared != 0)
    return inputErrorAt(M.Bytes.size(), "unexpected end: the code section is missing, the "
                                        "function section declares " +
                                            Twine(Declared) + " functions");
  if (M.DataCount && *M.DataCount != M.DataSegments.size())
    return inputErrorAt(M.Bytes.size(), "unexpected end: the data section is missing, the data "
                                        "count section says " +
                                            Twine(*M.DataCount));
  return Error::success();
}

Expected<Module> decode(std::vector<uint8_t> Bytes, const Features &Enabled) {
  Module M;
  M.Bytes = std::move(Bytes);
  ByteReader R(M.Bytes, 0);
  readHeader(R);
  size_t Next = 0;
  bool HasCode = false;
  while (!R.atEnd()) {
    const uint64_t IdOffset = R.offset();
    const uint8_t Id = R.readByte();
    const uint32_t Size = R.readVarU32();
    const uint64_t Offset = R.offset();
    ByteReader Content(R.readBytes(Size), Offset);
    if (R.failed())
      break;
    if (Id == wasm::WASM_SEC_CUSTOM) {
      if (Error E = decodeCustomSection(Content, M))
        return E;
      continue;
    }
    Expected<size_t> Index = findSection(Id, IdOffset, Next);
    if (!Index)
      return Index.takeError();
    if (Error E = decodeSection(Sections[*Index], Content, M, Enabled))
      return E;
    Next = *Index + 1;
    HasCode |= Id == wasm::WASM_SEC_CODE;
  }
  if (Error E = R.takeError())
    return E;
  if (Error E = checkCounts(M, HasCode))
    return E;
  decodeCustomSections(M);
  return M;
}

} // namespace w2n
