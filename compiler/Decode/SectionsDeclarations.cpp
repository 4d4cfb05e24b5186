//===- SectionsDeclarations.cpp - What a module declares -------------------===//
//
// Types, imports, functions, tables, memories, tags, globals, exports and the start
// function (core spec, 5.5.4 to 5.5.11).
//
//===----------------------------------------------------------------------===//

#include "Decode/Sections.h"
#include "Decode/TypeReader.h"
#include "Wasm/Limits.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

static void readTypes(ByteReader &R, ValTypes &Types, uint32_t Limit, StringRef What,
                      const Features &Enabled) {
  const uint32_t Count = readCount(R, Limit, What);
  Types.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I)
    Types.push_back(readValType(R, Enabled));
}

static void failTypeForm(ByteReader &R, uint64_t Offset, uint8_t Form) {
  const std::string What = "type form 0x" + utohexstr(Form, /*LowerCase=*/true, /*Width=*/2);
  switch (Form) {
  case 0x4E: // rec
  case 0x4F: // sub final
  case 0x50: // sub
  case 0x5E: // array
  case 0x5F: // struct
    return R.fail(Offset, missingFeature(What, Feature::GC));
  default:
    return R.fail(Offset, "malformed " + What);
  }
}

Error decodeTypeSection(ByteReader &R, Module &M, const Features &Enabled) {
  constexpr uint8_t FunctionForm = 0x60;
  const uint32_t Count = readCount(R, MaxTypes, "types");
  M.Types.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    FuncType &Type = M.Types.emplace_back();
    Type.Offset = R.offset();
    const uint8_t Form = R.readByte();
    if (Form != FunctionForm)
      failTypeForm(R, Type.Offset, Form);
    readTypes(R, Type.Parameters, MaxParameters, "parameters", Enabled);
    readTypes(R, Type.Results, MaxResults, "results", Enabled);
    if (Type.Results.size() > 1)
      requireFeature(R, Type.Offset, "a function type with several results", Feature::MultiValue,
                     Enabled);
  }
  return R.takeError();
}

/// Reads the kind of an import or export.
static ExternKind readExternKind(ByteReader &R, const Features &Enabled) {
  const uint64_t Offset = R.offset();
  const uint8_t Kind = R.readByte();
  if (Kind == static_cast<uint8_t>(ExternKind::Tag))
    requireFeature(R, Offset, "a tag", Feature::Exceptions, Enabled);
  else if (Kind > static_cast<uint8_t>(ExternKind::Tag))
    R.fail(Offset, "malformed kind of an import or export");
  return R.failed() ? ExternKind::Function : static_cast<ExternKind>(Kind);
}

/// Records that an index space with imports in it has become too large.
static void checkSize(ByteReader &R, uint64_t Offset, size_t Size, uint32_t Limit, StringRef What) {
  if (Size > Limit)
    R.fail(Offset,
           Twine(Size) + " " + What + ", imports included, exceed the limit of " + Twine(Limit));
}

/// Reads how many are added to an index space that begins with Imported.
static uint32_t readCountBeyond(ByteReader &R, size_t Imported, uint32_t Limit, StringRef What) {
  const uint64_t Offset = R.offset();
  const uint32_t Count = readCount(R, Limit, What);
  checkSize(R, Offset, Imported + Count, Limit, What);
  return R.failed() ? 0 : Count;
}

template <typename T>
static T &addImported(std::vector<T> &Space, Import &I, uint32_t ImportIndex) {
  I.Index = static_cast<uint32_t>(Space.size());
  T &Added = Space.emplace_back();
  Added.Import = ImportIndex;
  Added.Offset = I.Offset;
  return Added;
}

/// Reads the type of a tag, and gives its index.
static uint32_t readTagType(ByteReader &R) {
  constexpr uint8_t ExceptionAttribute = 0;
  const uint64_t Offset = R.offset();
  if (R.readByte() != ExceptionAttribute)
    R.fail(Offset, "malformed tag attribute");
  return R.readVarU32();
}

/// Reads what an import imports, and puts it into its index space: those for which fewer
/// are allowed than there may be imports are counted.
static void readImportedItem(ByteReader &R, Module &M, Import &I, uint32_t ImportIndex,
                             const Features &Enabled) {
  switch (I.Kind) {
  case ExternKind::Function:
    addImported(M.Functions, I, ImportIndex).TypeIndex = R.readVarU32();
    ++M.ImportedFunctions;
    return;
  case ExternKind::Table:
    addImported(M.Tables, I, ImportIndex).Type = readTableType(R, Enabled);
    return checkSize(R, I.Offset, M.Tables.size(), MaxTables, "tables");
  case ExternKind::Memory:
    addImported(M.Memories, I, ImportIndex).Type = readMemoryType(R, Enabled);
    return checkSize(R, I.Offset, M.Memories.size(), MaxMemories, "memories");
  case ExternKind::Global:
    addImported(M.Globals, I, ImportIndex).Type = readGlobalType(R, Enabled);
    return;
  case ExternKind::Tag:
    addImported(M.Tags, I, ImportIndex).TypeIndex = readTagType(R);
    return;
  }
}

Error decodeImportSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint32_t Count = readCount(R, MaxImports, "imports");
  M.Imports.reserve(Count);
  for (uint32_t Index = 0; Index < Count && !R.failed(); ++Index) {
    Import &I = M.Imports.emplace_back();
    I.Offset = R.offset();
    I.Module = readExternName(R);
    I.Name = readExternName(R);
    I.Kind = readExternKind(R, Enabled);
    if (!R.failed())
      readImportedItem(R, M, I, Index, Enabled);
  }
  return R.takeError();
}

Error decodeFunctionSection(ByteReader &R, Module &M, const Features &) {
  const uint32_t Count = readCountBeyond(R, M.Functions.size(), MaxFunctions, "functions");
  M.Functions.reserve(M.Functions.size() + Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Function &F = M.Functions.emplace_back();
    F.Offset = R.offset();
    F.TypeIndex = R.readVarU32();
  }
  return R.takeError();
}

Error decodeTableSection(ByteReader &R, Module &M, const Features &Enabled) {
  constexpr uint8_t WithInitializer = 0x40;
  const uint32_t Count = readCountBeyond(R, M.Tables.size(), MaxTables, "tables");
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Table &T = M.Tables.emplace_back();
    T.Offset = R.offset();
    const bool HasInitializer = R.peek() == WithInitializer;
    if (HasInitializer) {
      requireFeature(R, T.Offset, "a table with an initializer", Feature::FunctionReferences,
                     Enabled);
      R.readByte();
      if (R.readByte() != 0)
        R.fail(T.Offset + 1, "malformed table: a zero byte must follow 0x40");
    }
    T.Type = readTableType(R, Enabled);
    if (HasInitializer)
      T.Init = readConstantExpression(R, Enabled);
  }
  return R.takeError();
}

Error decodeMemorySection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint32_t Count = readCountBeyond(R, M.Memories.size(), MaxMemories, "memories");
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Memory &TheMemory = M.Memories.emplace_back();
    TheMemory.Offset = R.offset();
    TheMemory.Type = readMemoryType(R, Enabled);
  }
  return R.takeError();
}

Error decodeTagSection(ByteReader &R, Module &M, const Features &Enabled) {
  requireFeature(R, R.offset(), "a tag section", Feature::Exceptions, Enabled);
  const uint32_t Count = readCountBeyond(R, M.Tags.size(), MaxTags, "tags");
  M.Tags.reserve(M.Tags.size() + Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Tag &T = M.Tags.emplace_back();
    T.Offset = R.offset();
    T.TypeIndex = readTagType(R);
  }
  return R.takeError();
}

Error decodeGlobalSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint32_t Count = readCountBeyond(R, M.Globals.size(), MaxGlobals, "globals");
  M.Globals.reserve(M.Globals.size() + Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Global &G = M.Globals.emplace_back();
    G.Offset = R.offset();
    G.Type = readGlobalType(R, Enabled);
    G.Init = readConstantExpression(R, Enabled);
  }
  return R.takeError();
}

Error decodeExportSection(ByteReader &R, Module &M, const Features &Enabled) {
  const uint32_t Count = readCount(R, MaxExports, "exports");
  M.Exports.reserve(Count);
  for (uint32_t I = 0; I < Count && !R.failed(); ++I) {
    Export &E = M.Exports.emplace_back();
    E.Offset = R.offset();
    E.Name = readExternName(R);
    E.Kind = readExternKind(R, Enabled);
    E.Index = R.readVarU32();
  }
  return R.takeError();
}

Error decodeStartSection(ByteReader &R, Module &M, const Features &) {
  M.StartOffset = R.offset();
  M.Start = R.readVarU32();
  return R.takeError();
}

} // namespace w2n
