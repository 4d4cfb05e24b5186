//===- ChainedFixups.cpp - What dyld changes and binds in an image ---------===//

#include "Image/ChainedFixups.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/DataExtractor.h"

#include <optional>

using namespace llvm;

namespace w2n {

static DataExtractor littleEndian(ArrayRef<uint8_t> Bytes) {
  return DataExtractor(Bytes, /*IsLittleEndian=*/true, /*AddressSize=*/8);
}

/// Size in bytes of an import, or nothing for an unknown format.
static std::optional<uint32_t> importSize(uint32_t Format) {
  switch (Format) {
  case MachO::DYLD_CHAINED_IMPORT:
    return 4;
  case MachO::DYLD_CHAINED_IMPORT_ADDEND:
    return 8;
  case MachO::DYLD_CHAINED_IMPORT_ADDEND64:
    return 16;
  default:
    return std::nullopt;
  }
}

static Error damaged() { return inputError("the chained fixups are damaged"); }

static Expected<std::vector<ChainedImport>>
readImports(ArrayRef<uint8_t> Bytes, const MachO::dyld_chained_fixups_header &Header) {
  const std::optional<uint32_t> Size = importSize(Header.imports_format);
  if (!Size || Header.symbols_format != 0)
    return inputError("the chained fixups have a format that is not supported");
  if (Header.symbols_offset > Bytes.size() || Header.imports_offset > Bytes.size() ||
      Header.imports_count > (Bytes.size() - Header.imports_offset) / *Size)
    return damaged();

  const StringRef Names = toStringRef(Bytes.drop_front(Header.symbols_offset));
  const bool Wide = Header.imports_format == MachO::DYLD_CHAINED_IMPORT_ADDEND64;
  std::vector<ChainedImport> Imports;
  for (uint32_t I = 0; I < Header.imports_count; ++I) {
    // Wide or not: the library, a flag for weak imports, and the name in the top bits.
    uint64_t Offset = Header.imports_offset + uint64_t(I) * *Size;
    const uint64_t Import = littleEndian(Bytes).getUnsigned(&Offset, Wide ? 8 : 4);
    const int Ordinal = Wide ? int(int16_t(Import)) : int(int8_t(Import));
    const uint64_t NameOffset = Wide ? Import >> 32 : Import >> 9;
    const size_t End = Names.find('\0', NameOffset);
    if (NameOffset >= Names.size() || End == StringRef::npos)
      return damaged();
    Imports.push_back({Names.slice(NameOffset, End), Ordinal});
  }
  return Imports;
}

static Expected<std::vector<FixedSegment>> readSegments(ArrayRef<uint8_t> Bytes,
                                                        uint64_t StartsOffset) {
  DataExtractor::Cursor Cursor(StartsOffset);
  const DataExtractor Data = littleEndian(Bytes);
  const uint32_t Count = Data.getU32(Cursor);
  std::vector<FixedSegment> Segments;
  for (uint32_t I = 0; I < Count && Cursor; ++I) {
    const uint32_t InfoOffset = Data.getU32(Cursor);
    if (!Cursor || InfoOffset == 0)
      continue;
    // Behind the size, the page size and the pointer format.
    DataExtractor::Cursor Info(StartsOffset + InfoOffset + 8);
    Segments.push_back({I, Data.getU64(Info)});
    if (Error E = Info.takeError()) {
      consumeError(joinErrors(std::move(E), Cursor.takeError()));
      return damaged();
    }
  }
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return damaged();
  }
  return Segments;
}

Expected<ChainedFixups> readChainedFixups(ArrayRef<uint8_t> Bytes) {
  DataExtractor::Cursor Cursor(0);
  const DataExtractor Data = littleEndian(Bytes);
  MachO::dyld_chained_fixups_header Header;
  for (uint32_t *Field : {&Header.fixups_version, &Header.starts_offset, &Header.imports_offset,
                          &Header.symbols_offset, &Header.imports_count, &Header.imports_format,
                          &Header.symbols_format})
    *Field = Data.getU32(Cursor);
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return damaged();
  }
  if (Header.fixups_version != 0)
    return inputError("the chained fixups have a version that is not supported");

  ChainedFixups Fixups;
  if (Error E = readImports(Bytes, Header).moveInto(Fixups.Imports))
    return std::move(E);
  if (Error E = readSegments(Bytes, Header.starts_offset).moveInto(Fixups.Segments))
    return std::move(E);
  return Fixups;
}

} // namespace w2n
