//===- CodeSignature.cpp - Reading an embedded code signature --------------===//

#include "Image/CodeSignature.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/DataExtractor.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SHA256.h"

#include <map>

using namespace llvm;

namespace w2n {

namespace {
using Hash = std::array<uint8_t, MachO::CS_SHA256_LEN>;

/// Size of the magic number and the length that each blob starts with.
constexpr uint32_t BlobHeaderSize = 8;
constexpr uint32_t SuperBlobHeaderSize = 12;
/// Entitlements in DER have a slot that LLVM has no names for.
constexpr uint32_t SlotEntitlementsDER = 7;
constexpr uint32_t MagicEntitlementsDER = 0xfade7172;

/// The blobs of a signature by slot type, headers included.
using Blobs = std::map<uint32_t, ArrayRef<uint8_t>>;

/// The fields of a CodeDirectory that lead to the rest.
struct DirectoryLayout {
  uint32_t HeaderSize = 0;
  uint32_t HashOffset = 0;
  uint32_t IdentifierOffset = 0;
  uint32_t TeamOffset = 0;
  uint32_t SpecialSlots = 0;
  uint32_t CodeSlots = 0;
};
} // namespace

static DataExtractor bigEndian(ArrayRef<uint8_t> Bytes) {
  return DataExtractor(Bytes, /*IsLittleEndian=*/false, /*AddressSize=*/8);
}

static Error checkZero(ArrayRef<uint8_t> Bytes, uint64_t Begin, uint64_t End, const Twine &What) {
  for (uint64_t Offset = Begin; Offset < End; ++Offset)
    if (Bytes[Offset] != 0)
      return inputError(What + " has a byte that is not zero at 0x" + Twine::utohexstr(Offset));
  return Error::success();
}

static StringRef text(ArrayRef<uint8_t> Bytes) { return toStringRef(Bytes); }

/// The blob at Offset of Bytes, as long as its own header says.
static Expected<ArrayRef<uint8_t>> readBlob(ArrayRef<uint8_t> Bytes, uint32_t Offset) {
  DataExtractor::Cursor Cursor(Offset + uint64_t(4));
  const uint32_t Length = bigEndian(Bytes).getU32(Cursor);
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return inputError("a blob starts outside the signature");
  }
  if (Length < BlobHeaderSize || Length > Bytes.size() - Offset)
    return inputError("the blob at 0x" + Twine::utohexstr(Offset) + " has a wrong length");
  return Bytes.slice(Offset, Length);
}

/// Checks that blobs follow each other without overlap, from Begin on, with nothing but
/// zeros between and behind them.
static Error checkBlobLayout(ArrayRef<uint8_t> Bytes, const Blobs &All, uint64_t Begin) {
  std::vector<ArrayRef<uint8_t>> InOrder;
  for (const auto &[Type, Blob] : All)
    InOrder.push_back(Blob);
  sort(InOrder, [](ArrayRef<uint8_t> A, ArrayRef<uint8_t> B) { return A.data() < B.data(); });
  uint64_t End = Begin;
  for (const ArrayRef<uint8_t> Blob : InOrder) {
    const uint64_t Offset = Blob.data() - Bytes.data();
    if (Offset < End)
      return inputError("the blob at 0x" + Twine::utohexstr(Offset) + " overlaps what precedes it");
    if (Error E = checkZero(Bytes, End, Offset, "padding of the signature"))
      return E;
    End = Offset + Blob.size();
  }
  return checkZero(Bytes, End, Bytes.size(), "padding of the signature");
}

static Expected<Blobs> readBlobs(ArrayRef<uint8_t> Bytes) {
  DataExtractor::Cursor Cursor(0);
  const DataExtractor Data = bigEndian(Bytes);
  const uint32_t Magic = Data.getU32(Cursor);
  const uint32_t Length = Data.getU32(Cursor);
  const uint32_t Count = Data.getU32(Cursor);
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return inputError("the signature is too short");
  }
  if (Magic != MachO::CSMAGIC_EMBEDDED_SIGNATURE)
    return inputError("the signature has a wrong magic number");
  if (Length < SuperBlobHeaderSize || Length > Bytes.size() ||
      Count > (Length - SuperBlobHeaderSize) / sizeof(MachO::CS_BlobIndex))
    return inputError("the signature has a wrong length");

  const ArrayRef<uint8_t> Super = Bytes.take_front(Length);
  Blobs Result;
  for (uint32_t I = 0; I < Count; ++I) {
    const uint32_t Type = Data.getU32(Cursor);
    const uint32_t Offset = Data.getU32(Cursor);
    auto Blob = readBlob(Super, Offset);
    if (!Blob) {
      consumeError(Cursor.takeError());
      return Blob.takeError();
    }
    if (!Result.emplace(Type, *Blob).second) {
      consumeError(Cursor.takeError());
      return inputError("the signature has two blobs of type " + Twine(Type));
    }
  }
  if (Error E = Cursor.takeError())
    return std::move(E);
  if (Error E =
          checkBlobLayout(Bytes, Result, SuperBlobHeaderSize + Count * sizeof(MachO::CS_BlobIndex)))
    return std::move(E);
  return Result;
}

/// The header of a CodeDirectory: the part of CodeSignature that stands in it, and where
/// the rest is.
static Expected<DirectoryLayout> readDirectoryHeader(ArrayRef<uint8_t> Directory,
                                                     CodeSignature &Signature) {
  DataExtractor::Cursor Cursor(BlobHeaderSize);
  const DataExtractor Data = bigEndian(Directory);
  DirectoryLayout Layout;
  const uint32_t Version = Data.getU32(Cursor);
  Signature.Flags = Data.getU32(Cursor);
  Layout.HashOffset = Data.getU32(Cursor);
  Layout.IdentifierOffset = Data.getU32(Cursor);
  Layout.SpecialSlots = Data.getU32(Cursor);
  Layout.CodeSlots = Data.getU32(Cursor);
  Signature.CodeLimit = Data.getU32(Cursor);
  const uint8_t HashSize = Data.getU8(Cursor);
  const uint8_t HashType = Data.getU8(Cursor);
  const uint8_t Platform = Data.getU8(Cursor);
  const uint8_t PageSizeLog2 = Data.getU8(Cursor);
  const uint32_t Spare2 = Data.getU32(Cursor);
  const uint32_t ScatterOffset = Data.getU32(Cursor);
  Layout.TeamOffset = Data.getU32(Cursor);
  const uint32_t Spare3 = Data.getU32(Cursor);
  const uint64_t CodeLimit64 = Data.getU64(Cursor);
  Signature.ExecutableSegmentBase = Data.getU64(Cursor);
  Signature.ExecutableSegmentLimit = Data.getU64(Cursor);
  Signature.ExecutableSegmentFlags = Data.getU64(Cursor);
  if (Version == MachO::CS_SUPPORTSRUNTIME) {
    Data.getU32(Cursor); // The version of the hardened runtime.
    if (Data.getU32(Cursor) != 0) {
      consumeError(Cursor.takeError());
      return inputError("the CodeDirectory has hashes from before encryption");
    }
  }
  Layout.HeaderSize = Cursor.tell();
  if (Error E = Cursor.takeError()) {
    consumeError(std::move(E));
    return inputError("the CodeDirectory is too short");
  }

  if (Version != MachO::CS_SUPPORTSEXECSEG && Version != MachO::CS_SUPPORTSRUNTIME)
    return inputError("the CodeDirectory has version 0x" + Twine::utohexstr(Version) +
                      ", which is not supported");
  if (HashType != MachO::CS_HASHTYPE_SHA256 || HashSize != MachO::CS_SHA256_LEN)
    return inputError("the hashes of the CodeDirectory are not SHA-256");
  if (PageSizeLog2 != 12 && PageSizeLog2 != 14)
    return inputError("the CodeDirectory has pages of 2^" + Twine(PageSizeLog2) + " bytes");
  if (Platform || Spare2 || ScatterOffset || Spare3)
    return inputError("an unused field of the CodeDirectory is not zero");
  if (Signature.Flags & ~MachO::CS_ALLOWED_MACHO)
    return inputError("the CodeDirectory has flags that no image may have (0x" +
                      Twine::utohexstr(Signature.Flags) + ")");
  Signature.PageSize = uint64_t(1) << PageSizeLog2;
  if (CodeLimit64 != 0)
    Signature.CodeLimit = CodeLimit64;
  return Layout;
}

/// The string at Offset, which has to start at Begin, the end of what precedes it.
/// Moves Begin behind its terminating zero.
static Expected<StringRef> readDirectoryString(ArrayRef<uint8_t> Directory, uint32_t Offset,
                                               uint64_t &Begin, const Twine &What) {
  if (Offset != Begin || Offset >= Directory.size())
    return inputError("the " + What + " of the CodeDirectory is not where it should be");
  const StringRef Rest = text(Directory.drop_front(Offset));
  const size_t Length = Rest.find('\0');
  if (Length == StringRef::npos || Length == 0)
    return inputError("the " + What + " of the CodeDirectory is empty or has no end");
  Begin += Length + 1;
  return Rest.take_front(Length);
}

/// The identifiers, and the hashes behind them.
static Error readDirectoryBody(ArrayRef<uint8_t> Directory, const DirectoryLayout &Layout,
                               CodeSignature &Signature) {
  uint64_t End = Layout.HeaderSize;
  if (Error E = readDirectoryString(Directory, Layout.IdentifierOffset, End, "identifier")
                    .moveInto(Signature.Identifier))
    return E;
  if (Layout.TeamOffset != 0)
    if (Error E = readDirectoryString(Directory, Layout.TeamOffset, End, "team identifier")
                      .moveInto(Signature.TeamIdentifier))
      return E;

  const uint64_t SpecialSize = uint64_t(Layout.SpecialSlots) * sizeof(Hash);
  const uint64_t CodeSize = uint64_t(Layout.CodeSlots) * sizeof(Hash);
  if (Layout.HashOffset > Directory.size() || CodeSize > Directory.size() - Layout.HashOffset ||
      Layout.HashOffset < End || SpecialSize > Layout.HashOffset - End)
    return inputError("the hashes of the CodeDirectory are not inside it");
  if (Error E = checkZero(Directory, End, Layout.HashOffset - SpecialSize,
                          "padding of the CodeDirectory"))
    return E;
  if (Error E = checkZero(Directory, Layout.HashOffset + CodeSize, Directory.size(),
                          "padding of the CodeDirectory"))
    return E;
  if (Layout.CodeSlots != divideCeil(Signature.CodeLimit, Signature.PageSize))
    return inputError("the CodeDirectory has " + Twine(Layout.CodeSlots) +
                      " page hashes, which is not the number of pages");
  Signature.PageHashes = Directory.slice(Layout.HashOffset, CodeSize);
  return Error::success();
}

static StringRef slotName(uint32_t Slot) {
  switch (Slot) {
  case MachO::CSSLOT_INFOSLOT:
    return "Info.plist";
  case MachO::CSSLOT_REQUIREMENTS:
    return "requirements";
  case MachO::CSSLOT_RESOURCEDIR:
    return "resources";
  case MachO::CSSLOT_ENTITLEMENTS:
    return "entitlements";
  case SlotEntitlementsDER:
    return "DER entitlements";
  default:
    return "unnamed";
  }
}

/// Checks one special slot against the blob of its type. Info.plist and the resources
/// have no blobs: they are files beside the image.
static Error checkSpecialSlot(uint32_t Slot, ArrayRef<uint8_t> SlotHash, const Blobs &All,
                              CodeSignature &Signature) {
  const auto Found = All.find(Slot);
  if (Found != All.end()) {
    if (SlotHash != ArrayRef<uint8_t>(SHA256::hash(Found->second)))
      return inputError("the " + slotName(Slot) + " blob does not match its hash");
    return Error::success();
  }
  if (all_of(SlotHash, [](uint8_t Byte) { return Byte == 0; }))
    return Error::success();
  if (Slot != MachO::CSSLOT_INFOSLOT && Slot != MachO::CSSLOT_RESOURCEDIR)
    return inputError("the " + slotName(Slot) + " slot has a hash of a blob that is missing");
  Signature.ExternalSlots.push_back(Slot);
  return Error::success();
}

static Error checkSpecialSlots(ArrayRef<uint8_t> Directory, const DirectoryLayout &Layout,
                               const Blobs &All, CodeSignature &Signature) {
  for (uint32_t Slot = 1; Slot <= Layout.SpecialSlots; ++Slot) {
    const uint64_t Offset = Layout.HashOffset - uint64_t(Slot) * sizeof(Hash);
    if (Error E = checkSpecialSlot(Slot, Directory.slice(Offset, sizeof(Hash)), All, Signature))
      return E;
  }
  return Error::success();
}

static bool hasMagic(ArrayRef<uint8_t> Blob, uint32_t Magic) {
  return support::endian::read32be(Blob.data()) == Magic;
}

/// Takes what is wanted from the blobs other than the CodeDirectory, whose types must
/// be known: a blob that no one reads could say anything.
static Error readOtherBlobs(const Blobs &All, const DirectoryLayout &Layout,
                            CodeSignature &Signature) {
  for (const auto &[Type, Blob] : All) {
    const StringRef Contents = text(Blob.drop_front(BlobHeaderSize));
    uint32_t Magic = 0;
    switch (Type) {
    case MachO::CSSLOT_CODEDIRECTORY:
      Magic = MachO::CSMAGIC_CODEDIRECTORY;
      break;
    case MachO::CSSLOT_REQUIREMENTS:
      Magic = MachO::CSMAGIC_REQUIREMENTS;
      break;
    case MachO::CSSLOT_ENTITLEMENTS:
      Magic = MachO::CSMAGIC_EMBEDDED_ENTITLEMENTS;
      Signature.EntitlementsXML = Contents;
      break;
    case SlotEntitlementsDER:
      Magic = MagicEntitlementsDER;
      Signature.EntitlementsDER = Contents;
      break;
    case MachO::CSSLOT_SIGNATURESLOT:
      Magic = MachO::CSMAGIC_BLOBWRAPPER;
      Signature.HasCertificate = !Contents.empty();
      break;
    default:
      return inputError("the signature has a blob of type 0x" + Twine::utohexstr(Type) +
                        ", which is not supported");
    }
    if (!hasMagic(Blob, Magic))
      return inputError("the blob of type " + Twine(Type) + " has a wrong magic number");
    if (Type != MachO::CSSLOT_SIGNATURESLOT && Type > Layout.SpecialSlots)
      return inputError("the " + slotName(Type) + " blob has no hash");
  }
  return Error::success();
}

Expected<CodeSignature> readCodeSignature(ArrayRef<uint8_t> Bytes) {
  auto All = readBlobs(Bytes);
  if (!All)
    return All.takeError();
  const auto Found = All->find(MachO::CSSLOT_CODEDIRECTORY);
  if (Found == All->end())
    return inputError("the signature has no CodeDirectory");

  const ArrayRef<uint8_t> Directory = Found->second;
  CodeSignature Signature;
  auto Layout = readDirectoryHeader(Directory, Signature);
  if (!Layout)
    return Layout.takeError();
  if (Error E = readDirectoryBody(Directory, *Layout, Signature))
    return std::move(E);
  if (Error E = checkSpecialSlots(Directory, *Layout, *All, Signature))
    return std::move(E);
  if (Error E = readOtherBlobs(*All, *Layout, Signature))
    return std::move(E);
  const Hash DirectoryHash = SHA256::hash(Directory);
  Signature.CDHash = toHex(ArrayRef<uint8_t>(DirectoryHash).take_front(MachO::CS_CDHASH_LEN),
                           /*LowerCase=*/true);
  return Signature;
}

Error checkPages(const CodeSignature &Signature, ArrayRef<uint8_t> Image) {
  if (Signature.CodeLimit > Image.size())
    return inputError("the signature covers more than the image has");
  for (uint64_t Offset = 0, Slot = 0; Offset < Signature.CodeLimit;
       Offset += Signature.PageSize, Slot += sizeof(Hash)) {
    const uint64_t Size = std::min(Signature.PageSize, Signature.CodeLimit - Offset);
    if (ArrayRef<uint8_t>(SHA256::hash(Image.slice(Offset, Size))) !=
        Signature.PageHashes.slice(Slot, sizeof(Hash)))
      return inputErrorAt(Offset, "page " + Twine(Offset / Signature.PageSize) +
                                      " does not match its hash");
  }
  return Error::success();
}

std::string describeSignatureFlags(uint32_t Flags) {
  static constexpr std::pair<uint32_t, StringRef> Names[] = {
      {MachO::CS_ADHOC, "adhoc"},
      {MachO::CS_HARD, "hard"},
      {MachO::CS_KILL, "kill"},
      {MachO::CS_CHECK_EXPIRATION, "check-expiration"},
      {MachO::CS_RESTRICT, "restrict"},
      {MachO::CS_ENFORCEMENT, "enforcement"},
      {MachO::CS_REQUIRE_LV, "library-validation"},
      {MachO::CS_RUNTIME, "hardened-runtime"},
      {MachO::CS_LINKER_SIGNED, "linker-signed"},
  };
  std::string Result;
  ListSeparator Comma(",");
  for (const auto &[Flag, Name] : Names)
    if (Flags & Flag)
      Result += (StringRef(Comma) + Name).str();
  return Result.empty() ? "none" : Result;
}

} // namespace w2n
