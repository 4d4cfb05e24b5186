//===- CodeDirectory.cpp - Reading one CodeDirectory of a signature --------===//

#include "Image/CodeDirectory.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/DataExtractor.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SHA1.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace w2n {

namespace {
/// The fields that lead to the rest.
struct DirectoryLayout {
  uint32_t HeaderSize = 0;
  uint32_t HashOffset = 0;
  uint32_t IdentifierOffset = 0;
  uint32_t TeamOffset = 0;
  uint32_t SpecialSlots = 0;
  uint32_t CodeSlots = 0;
};

/// Fields that have to be zero: they are spare, or for what is not supported.
struct UnusedField {
  uint32_t Offset;
  uint32_t Size;
  /// The version that has it first.
  uint32_t Since;
  StringRef Name;
};

constexpr UnusedField UnusedFields[] = {
    {40, 4, 0x20000, "spare2"},
    {44, 4, MachO::CS_SUPPORTSSCATTER, "scatterOffset"},
    {52, 4, MachO::CS_SUPPORTSCODELIMIT64, "spare3"},
    {92, 4, MachO::CS_SUPPORTSRUNTIME, "preEncryptOffset"},
    {96, 12, MachO::CS_SUPPORTSLINKAGE, "linkage"},
};
} // namespace

Error checkZero(ArrayRef<uint8_t> Bytes, uint64_t Begin, uint64_t End, const Twine &What) {
  for (uint64_t Offset = Begin; Offset < End; ++Offset)
    if (Bytes[Offset] != 0)
      return inputErrorAt(Offset, What + " has a byte that is not zero");
  return Error::success();
}

SmallVector<uint8_t, 32> CodeDirectory::hash(ArrayRef<uint8_t> Content) const {
  if (HashType == MachO::CS_HASHTYPE_SHA1)
    return SmallVector<uint8_t, 32>(ArrayRef<uint8_t>(SHA1::hash(Content)));
  SmallVector<uint8_t, 32> Result{ArrayRef<uint8_t>(SHA256::hash(Content))};
  Result.truncate(HashSize);
  return Result;
}

static uint32_t headerSize(uint32_t Version) {
  if (Version >= MachO::CS_SUPPORTSLINKAGE)
    return 108;
  if (Version >= MachO::CS_SUPPORTSRUNTIME)
    return 96;
  if (Version >= MachO::CS_SUPPORTSEXECSEG)
    return 88;
  if (Version >= MachO::CS_SUPPORTSCODELIMIT64)
    return 64;
  if (Version >= MachO::CS_SUPPORTSTEAMID)
    return 52;
  return Version >= MachO::CS_SUPPORTSSCATTER ? 48 : 44;
}

static Error checkHeader(const CodeDirectory &Directory, unsigned PageSizeLog2) {
  const uint32_t Version = Directory.Version;
  const bool IsSHA256 = Directory.HashType == MachO::CS_HASHTYPE_SHA256;
  if (!IsSHA256 && Directory.HashType != MachO::CS_HASHTYPE_SHA1 &&
      Directory.HashType != MachO::CS_HASHTYPE_SHA256_TRUNCATED)
    return inputErrorAt(37, "the CodeDirectory has hashes of type " + Twine(Directory.HashType) +
                                ", which are not supported");
  if (Directory.HashSize != (IsSHA256 ? MachO::CS_SHA256_LEN : MachO::CS_SHA1_LEN))
    return inputErrorAt(36, "the CodeDirectory has hashes of " + Twine(Directory.HashSize) +
                                " bytes, which is not the size of their type");
  if (PageSizeLog2 != 12 && PageSizeLog2 != 14)
    return inputErrorAt(39, "the CodeDirectory has pages of 2^" + Twine(PageSizeLog2) + " bytes");
  if (Directory.Flags & ~MachO::CS_ALLOWED_MACHO)
    return inputErrorAt(12, "the CodeDirectory has flags that no image may have (0x" +
                                Twine::utohexstr(Directory.Flags) + ")");
  for (const UnusedField &Field : UnusedFields)
    if (Version >= Field.Since)
      if (Error E = checkZero(Directory.Bytes, Field.Offset, Field.Offset + Field.Size,
                              "the unused field " + Field.Name + " of the CodeDirectory"))
        return E;
  return Error::success();
}

/// The header: the part of Directory that stands in it, and where the rest is.
static Expected<DirectoryLayout> readHeader(CodeDirectory &Directory) {
  DataExtractor::Cursor Cursor(BlobHeaderSize);
  const DataExtractor Data(Directory.Bytes, /*IsLittleEndian=*/false, /*AddressSize=*/8);
  DirectoryLayout Layout;
  const uint32_t Version = Directory.Version = Data.getU32(Cursor);
  Directory.Flags = Data.getU32(Cursor);
  Layout.HashOffset = Data.getU32(Cursor);
  Layout.IdentifierOffset = Data.getU32(Cursor);
  Layout.SpecialSlots = Data.getU32(Cursor);
  Layout.CodeSlots = Data.getU32(Cursor);
  Directory.CodeLimit = Data.getU32(Cursor);
  Directory.HashSize = Data.getU8(Cursor);
  Directory.HashType = Data.getU8(Cursor);
  Directory.Platform = Data.getU8(Cursor);
  const uint8_t PageSizeLog2 = Data.getU8(Cursor);
  Data.skip(Cursor, 4); // spare2
  if (Version >= MachO::CS_SUPPORTSSCATTER)
    Data.skip(Cursor, 4); // scatterOffset
  if (Version >= MachO::CS_SUPPORTSTEAMID)
    Layout.TeamOffset = Data.getU32(Cursor);
  if (Version >= MachO::CS_SUPPORTSCODELIMIT64) {
    Data.skip(Cursor, 4); // spare3
    if (const uint64_t CodeLimit64 = Data.getU64(Cursor))
      Directory.CodeLimit = CodeLimit64;
  }
  if (Version >= MachO::CS_SUPPORTSEXECSEG) {
    ExecutableSegment &Executable = Directory.Executable.emplace();
    Executable.Base = Data.getU64(Cursor);
    Executable.Limit = Data.getU64(Cursor);
    Executable.Flags = Data.getU64(Cursor);
  }
  if (Version >= MachO::CS_SUPPORTSRUNTIME)
    Directory.RuntimeVersion = Data.getU32(Cursor);
  Layout.HeaderSize = headerSize(Version);
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return inputError("the CodeDirectory is too short");
  }
  if (Layout.HeaderSize > Directory.Bytes.size())
    return inputError("the CodeDirectory is too short");
  if (Version < 0x20000 || Version > MachO::CS_SUPPORTSLINKAGE || Version % 0x100 != 0)
    return inputErrorAt(8, "the CodeDirectory has version 0x" + Twine::utohexstr(Version) +
                               ", which is not supported");
  if (Error E = checkHeader(Directory, PageSizeLog2))
    return std::move(E);
  Directory.PageSize = uint64_t(1) << PageSizeLog2;
  return Layout;
}

/// The string at Offset, a field at FieldOffset, which has to be Begin, the end of what precedes
/// it. Moves Begin behind its terminating zero.
static Expected<StringRef> readString(ArrayRef<uint8_t> Directory, uint32_t FieldOffset,
                                      uint32_t Offset, uint64_t &Begin, const Twine &What) {
  if (Offset != Begin || Offset >= Directory.size())
    return inputErrorAt(FieldOffset,
                        "the " + What + " of the CodeDirectory is not where it should be");
  const StringRef Rest = toStringRef(Directory.drop_front(Offset));
  const size_t Length = Rest.find('\0');
  if (Length == StringRef::npos || Length == 0)
    return inputErrorAt(Offset, "the " + What + " of the CodeDirectory is empty or has no end");
  Begin += Length + 1;
  return Rest.take_front(Length);
}

/// The identifiers, and the hashes behind them.
static Error readBody(const DirectoryLayout &Layout, CodeDirectory &Directory) {
  const ArrayRef<uint8_t> Bytes = Directory.Bytes;
  uint64_t End = Layout.HeaderSize;
  if (Error E = readString(Bytes, 20, Layout.IdentifierOffset, End, "identifier")
                    .moveInto(Directory.Identifier))
    return E;
  if (Layout.TeamOffset != 0)
    if (Error E = readString(Bytes, 48, Layout.TeamOffset, End, "team identifier")
                      .moveInto(Directory.TeamIdentifier))
      return E;

  const uint64_t SpecialSize = uint64_t(Layout.SpecialSlots) * Directory.HashSize;
  const uint64_t CodeSize = uint64_t(Layout.CodeSlots) * Directory.HashSize;
  if (Layout.HashOffset > Bytes.size() || CodeSize > Bytes.size() - Layout.HashOffset ||
      Layout.HashOffset < End || SpecialSize > Layout.HashOffset - End)
    return inputErrorAt(16, "the hashes of the CodeDirectory are not inside it");
  constexpr StringRef Padding = "padding of the CodeDirectory";
  if (Error E = checkZero(Bytes, End, Layout.HashOffset - SpecialSize, Padding))
    return E;
  if (Error E = checkZero(Bytes, Layout.HashOffset + CodeSize, Bytes.size(), Padding))
    return E;
  if (Layout.CodeSlots != divideCeil(Directory.CodeLimit, Directory.PageSize))
    return inputErrorAt(28, "the CodeDirectory has " + Twine(Layout.CodeSlots) +
                                " page hashes, which is not the number of pages");
  Directory.SpecialHashes = Bytes.slice(Layout.HashOffset - SpecialSize, SpecialSize);
  Directory.PageHashes = Bytes.slice(Layout.HashOffset, CodeSize);
  return Error::success();
}

Expected<CodeDirectory> readCodeDirectory(ArrayRef<uint8_t> Bytes) {
  CodeDirectory Directory;
  Directory.Bytes = Bytes;
  auto Layout = readHeader(Directory);
  if (!Layout)
    return Layout.takeError();
  if (Error E = readBody(*Layout, Directory))
    return std::move(E);
  return Directory;
}

Error checkPages(const CodeDirectory &Directory, ArrayRef<uint8_t> Image) {
  if (Directory.CodeLimit > Image.size())
    return inputError("the signature covers more than the image has");
  for (uint64_t Offset = 0, Slot = 0; Offset < Directory.CodeLimit;
       Offset += Directory.PageSize, Slot += Directory.HashSize) {
    const uint64_t Size = std::min(Directory.PageSize, Directory.CodeLimit - Offset);
    if (Directory.hash(Image.slice(Offset, Size)) !=
        Directory.PageHashes.slice(Slot, Directory.HashSize))
      return inputErrorAt(Offset, "page " + Twine(Offset / Directory.PageSize) +
                                      " does not match its hash");
  }
  return Error::success();
}

} // namespace w2n
