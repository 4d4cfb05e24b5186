//===- Module.h - A decoded module -----------------------------------------===//
//
// What the sections of a module say (core spec, 5.5), with the index spaces put
// together: imports come first in each, as the specification numbers them.
// Function bodies and constant expressions stay bytes; OpReader reads them.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_MODULE_H
#define W2N_WASM_MODULE_H

#include "Wasm/Types.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// A range of the module's bytes.
struct ByteRange {
  uint64_t Offset = 0;
  uint64_t Size = 0;
};

enum class ExternKind : uint8_t { Function, Table, Memory, Global, Tag };

struct Import {
  llvm::StringRef Module;
  llvm::StringRef Name;
  ExternKind Kind = ExternKind::Function;
  /// Index in the index space of its kind.
  uint32_t Index = 0;
  uint64_t Offset = 0;
};

struct Export {
  llvm::StringRef Name;
  ExternKind Kind = ExternKind::Function;
  uint32_t Index = 0;
  uint64_t Offset = 0;
};

/// A run of Count locals of one type, as the binary format declares them.
struct LocalRun {
  uint32_t Count;
  ValType Type;
};

/// What a producer knows of a conditional branch.
struct BranchHint {
  /// Offset in the file of the br_if or if.
  uint64_t Offset = 0;
  bool LikelyTaken = false;
};

struct Function {
  uint32_t TypeIndex = 0;
  /// Index into Module::Imports, or nothing for a function with a body.
  std::optional<uint32_t> Import;
  /// The locals beyond the parameters, and the instructions up to and with the last end.
  llvm::SmallVector<LocalRun, 2> Locals;
  ByteRange Body;
  /// Where its entry in the code section begins, after the size: with the locals.
  uint64_t EntryOffset = 0;
  /// By offset.
  std::vector<BranchHint> Hints;
  /// From the name section; empty where it has none.
  llvm::StringRef Name;
  /// Where the function is declared in the function section or imported.
  uint64_t Offset = 0;
};

struct Table {
  TableType Type;
  std::optional<uint32_t> Import;
  /// What its elements are at first: a constant expression; empty for null.
  ByteRange Init;
  uint64_t Offset = 0;
};

struct Memory {
  MemoryType Type;
  std::optional<uint32_t> Import;
  uint64_t Offset = 0;
};

/// What exceptions are thrown with.
struct Tag {
  /// Its parameters are what an exception carries; it has no results.
  uint32_t TypeIndex = 0;
  std::optional<uint32_t> Import;
  /// From the name section; empty where it has none.
  llvm::StringRef Name;
  uint64_t Offset = 0;
};

struct Global {
  GlobalType Type;
  std::optional<uint32_t> Import;
  /// Constant expression with its end; empty for an import.
  ByteRange Init;
  uint64_t Offset = 0;
};

enum class SegmentMode : uint8_t { Active, Passive, Declarative };

struct ElementSegment {
  SegmentMode Mode = SegmentMode::Passive;
  ValType Type;
  uint32_t Table = 0;
  /// Where an active segment goes: a constant expression.
  ByteRange Start;
  /// The elements: either function indices or constant expressions.
  std::vector<uint32_t> Functions;
  std::vector<ByteRange> Expressions;
  uint64_t Offset = 0;

  size_t size() const { return Functions.empty() ? Expressions.size() : Functions.size(); }
};

struct DataSegment {
  SegmentMode Mode = SegmentMode::Passive;
  uint32_t Memory = 0;
  ByteRange Start;
  ByteRange Content;
  uint64_t Offset = 0;
};

struct CustomSection {
  llvm::StringRef Name;
  ByteRange Content;
};

/// A row of the producers section: what took part in making the module.
struct Producer {
  /// "language", "processed-by" or "sdk".
  llvm::StringRef Field;
  llvm::StringRef Name;
  llvm::StringRef Version;
};

/// A row of the target_features section: what a producer was told of the target.
struct TargetFeature {
  /// '+' used, '-' not to be linked with, '=' required (an older form).
  char Prefix = '+';
  llvm::StringRef Name;
  uint64_t Offset = 0;
};

/// Something that is not an error and that the user may want to know.
struct Remark {
  uint64_t Offset = 0;
  std::string Message;
};

/// A decoded module. It owns the bytes, which all its StringRefs and ByteRanges
/// refer to; moving it keeps them valid, copying is not allowed.
struct Module {
  std::vector<uint8_t> Bytes;
  /// From the name section; empty where it has none.
  llvm::StringRef Name;

  std::vector<FuncType> Types;
  /// What canonicalTypes() makes of them, once validation has looked at them.
  std::vector<std::string> CanonicalTypes;
  std::vector<Import> Imports;
  std::vector<Function> Functions;
  std::vector<Table> Tables;
  std::vector<Memory> Memories;
  std::vector<Tag> Tags;
  std::vector<Global> Globals;
  std::vector<Export> Exports;
  std::optional<uint32_t> Start;
  uint64_t StartOffset = 0;
  std::vector<ElementSegment> Elements;
  std::optional<uint32_t> DataCount;
  std::vector<DataSegment> DataSegments;
  std::vector<CustomSection> CustomSections;
  std::vector<Producer> Producers;
  std::vector<TargetFeature> TargetFeatures;
  /// About custom sections.
  std::vector<Remark> Remarks;
  uint32_t ImportedFunctions = 0;

  Module() = default;
  Module(Module &&) = default;
  Module &operator=(Module &&) = default;
  Module(const Module &) = delete;
  Module &operator=(const Module &) = delete;

  llvm::ArrayRef<uint8_t> bytes(const ByteRange &Range) const {
    return llvm::ArrayRef<uint8_t>(Bytes).slice(Range.Offset, Range.Size);
  }
  const FuncType &typeOf(const Function &F) const { return Types[F.TypeIndex]; }
  /// What an exception with this tag carries.
  const ValTypes &payloadOf(const Tag &T) const { return Types[T.TypeIndex].Parameters; }
  /// The type of a reference to a function: never null, to the function's own type.
  ValType typeOfReference(uint32_t FunctionIndex) const {
    return ValType::ref(HeapKind::Defined, /*Nullable=*/false, Functions[FunctionIndex].TypeIndex);
  }
  /// The export with this name, or null.
  const Export *findExport(llvm::StringRef ExportName) const;
};

} // namespace w2n

#endif // W2N_WASM_MODULE_H
