//===- CodeSignature.cpp - Reading an embedded code signature --------------===//

#include "Image/CodeSignature.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/DataExtractor.h"
#include "llvm/Support/Endian.h"

#include <map>

using namespace llvm;

namespace w2n {

namespace {
constexpr uint32_t SuperBlobHeaderSize = 12;

/// The blobs of a signature by slot type, headers included.
using Blobs = std::map<uint32_t, ArrayRef<uint8_t>>;

/// What may be in a slot. A blob that no one reads could say anything, so there is no other.
struct SlotKind {
  uint32_t Slot;
  /// 0 where no blob goes with the slot: what it is the hash of is a file beside the image, or
  /// a section of it.
  uint32_t Magic;
  StringRef Name;
};

constexpr uint32_t MagicLaunchConstraint = 0xfade8181;

constexpr SlotKind SpecialSlots[] = {
    {MachO::CSSLOT_INFOSLOT, 0, "Info.plist"},
    {MachO::CSSLOT_REQUIREMENTS, MachO::CSMAGIC_REQUIREMENTS, "requirements"},
    {MachO::CSSLOT_RESOURCEDIR, 0, "resources"},
    {MachO::CSSLOT_ENTITLEMENTS, MachO::CSMAGIC_EMBEDDED_ENTITLEMENTS, "entitlements"},
    {SlotEntitlementsDER, MagicEntitlementsDER, "DER entitlements"},
    {8, MagicLaunchConstraint, "launch constraint"},
    {9, MagicLaunchConstraint, "launch constraint of the parent"},
    {10, MagicLaunchConstraint, "launch constraint of the responsible process"},
    {11, MagicLaunchConstraint, "library constraint"},
};
} // namespace

static const SlotKind *findSlotKind(uint32_t Slot) {
  const SlotKind *const Found =
      find_if(SpecialSlots, [&](const SlotKind &Kind) { return Kind.Slot == Slot; });
  return Found == std::end(SpecialSlots) ? nullptr : Found;
}

static bool isDirectorySlot(uint32_t Slot) {
  return Slot == MachO::CSSLOT_CODEDIRECTORY ||
         (Slot >= MachO::CSSLOT_ALTERNATE_CODEDIRECTORIES &&
          Slot < MachO::CSSLOT_ALTERNATE_CODEDIRECTORY_LIMIT);
}

/// The blob at Offset of Bytes, as long as its own header says.
static Expected<ArrayRef<uint8_t>> readBlob(ArrayRef<uint8_t> Bytes, uint32_t Offset,
                                            uint64_t IndexOffset) {
  if (Offset > Bytes.size() || Bytes.size() - Offset < BlobHeaderSize)
    return inputErrorAt(IndexOffset, "a blob starts outside the signature");
  const uint32_t Length = support::endian::read32be(&Bytes[Offset + 4]);
  if (Length < BlobHeaderSize || Length > Bytes.size() - Offset)
    return inputErrorAt(Offset, "a blob of the signature has a wrong length");
  return Bytes.slice(Offset, Length);
}

/// Checks that blobs follow each other without overlap, from Begin on, with nothing but
/// zeros between and behind them.
static Error checkBlobLayout(ArrayRef<uint8_t> Bytes, const Blobs &All, uint64_t Begin) {
  std::vector<ArrayRef<uint8_t>> InOrder;
  for (const auto &[Type, Blob] : All)
    InOrder.push_back(Blob);
  sort(InOrder, [](ArrayRef<uint8_t> A, ArrayRef<uint8_t> B) { return A.data() < B.data(); });
  constexpr StringRef Padding = "padding of the signature";
  uint64_t End = Begin;
  for (const ArrayRef<uint8_t> Blob : InOrder) {
    const uint64_t Offset = Blob.data() - Bytes.data();
    if (Offset < End)
      return inputErrorAt(Offset, "a blob of the signature overlaps what precedes it");
    if (Error E = checkZero(Bytes, End, Offset, Padding))
      return E;
    End = Offset + Blob.size();
  }
  return checkZero(Bytes, End, Bytes.size(), Padding);
}

static Expected<Blobs> readBlobs(ArrayRef<uint8_t> Bytes) {
  if (Bytes.size() < SuperBlobHeaderSize)
    return inputError("the signature is too short");
  const uint32_t Magic = support::endian::read32be(&Bytes[0]);
  const uint32_t Length = support::endian::read32be(&Bytes[4]);
  const uint32_t Count = support::endian::read32be(&Bytes[8]);
  if (Magic != MachO::CSMAGIC_EMBEDDED_SIGNATURE)
    return inputError("the signature has a wrong magic number");
  if (Length < SuperBlobHeaderSize || Length > Bytes.size() ||
      Count > (Length - SuperBlobHeaderSize) / sizeof(MachO::CS_BlobIndex))
    return inputErrorAt(4, "the signature has a wrong length");

  Blobs Result;
  uint64_t Index = SuperBlobHeaderSize;
  for (uint32_t I = 0; I < Count; ++I, Index += sizeof(MachO::CS_BlobIndex)) {
    const uint32_t Type = support::endian::read32be(&Bytes[Index]);
    const uint32_t Offset = support::endian::read32be(&Bytes[Index + 4]);
    auto Blob = readBlob(Bytes.take_front(Length), Offset, Index);
    if (!Blob)
      return Blob.takeError();
    if (!Result.emplace(Type, *Blob).second)
      return inputErrorAt(Index, "the signature has two blobs of type 0x" + Twine::utohexstr(Type));
  }
  if (Error E = checkBlobLayout(Bytes, Result, Index))
    return std::move(E);
  return Result;
}

/// Checks one special slot against the blob of its type.
static Error checkSpecialSlot(const CodeDirectory &Directory, uint32_t Slot, const Blobs &All,
                              CodeSignature &Signature) {
  const ArrayRef<uint8_t> Hash = Directory.specialHash(Slot);
  const SlotKind *const Kind = findSlotKind(Slot);
  const auto Found = All.find(Slot);
  if (Found != All.end()) {
    if (Hash != ArrayRef<uint8_t>(Directory.hash(Found->second)))
      return inputError("the " + (Kind ? Kind->Name : "unnamed") + " blob does not match its hash");
    return Error::success();
  }
  if (all_of(Hash, [](uint8_t Byte) { return Byte == 0; }))
    return Error::success();
  if (!Kind || Kind->Magic != 0)
    return inputError("the " + (Kind ? Kind->Name : "unnamed") +
                      " slot has a hash of a blob that is missing");
  if (!is_contained(Signature.ExternalSlots, Slot))
    Signature.ExternalSlots.push_back(Slot);
  return Error::success();
}

/// Reads a directory, and checks its special slots and that it does not contradict those
/// before it.
static Error readDirectory(ArrayRef<uint8_t> Blob, const Blobs &All, CodeSignature &Signature) {
  if (support::endian::read32be(Blob.data()) != MachO::CSMAGIC_CODEDIRECTORY)
    return inputError("a CodeDirectory has a wrong magic number");
  auto Directory = readCodeDirectory(Blob);
  if (!Directory)
    return Directory.takeError();
  for (uint32_t Slot = 1; Slot <= Directory->specialSlots(); ++Slot)
    if (Error E = checkSpecialSlot(*Directory, Slot, All, Signature))
      return E;
  for (const auto &[Type, Other] : All)
    if (findSlotKind(Type) && Type > Directory->specialSlots())
      return inputError("the " + findSlotKind(Type)->Name + " blob has no hash");
  if (!Signature.Directories.empty()) {
    const CodeDirectory &First = Signature.Directories.front();
    if (Directory->Flags != First.Flags || Directory->Identifier != First.Identifier ||
        Directory->TeamIdentifier != First.TeamIdentifier ||
        Directory->CodeLimit != First.CodeLimit)
      return inputError("two CodeDirectories contradict each other");
  }
  Signature.Directories.push_back(*Directory);
  return Error::success();
}

/// Takes what is wanted from a blob other than a CodeDirectory.
static Error readOtherBlob(uint32_t Type, ArrayRef<uint8_t> Blob, CodeSignature &Signature) {
  const StringRef Contents = toStringRef(Blob.drop_front(BlobHeaderSize));
  const SlotKind *const Kind = findSlotKind(Type);
  uint32_t Magic = Kind ? Kind->Magic : 0;
  if (Type == MachO::CSSLOT_SIGNATURESLOT) {
    Magic = MachO::CSMAGIC_BLOBWRAPPER;
    Signature.CertificateMessage = Blob.drop_front(BlobHeaderSize);
  }
  if (Magic == 0)
    return inputError("the signature has a blob of type 0x" + Twine::utohexstr(Type) +
                      ", which is not supported");
  if (support::endian::read32be(Blob.data()) != Magic)
    return inputError("the blob of type 0x" + Twine::utohexstr(Type) + " has a wrong magic number");
  if (Type == MachO::CSSLOT_ENTITLEMENTS)
    Signature.EntitlementsXML = Contents;
  if (Type == SlotEntitlementsDER)
    Signature.EntitlementsDER = Contents;
  Signature.HasConstraints |= Magic == MagicLaunchConstraint;
  return Error::success();
}

Expected<CodeSignature> readCodeSignature(ArrayRef<uint8_t> Bytes) {
  auto All = readBlobs(Bytes);
  if (!All)
    return All.takeError();
  CodeSignature Signature;
  for (const auto &[Type, Blob] : *All) {
    Error Problem = isDirectorySlot(Type) ? readDirectory(Blob, *All, Signature)
                                          : readOtherBlob(Type, Blob, Signature);
    if (Problem)
      return placedAt(Blob.data() - Bytes.data(), std::move(Problem));
  }
  if (!All->contains(MachO::CSSLOT_CODEDIRECTORY))
    return inputError("the signature has no CodeDirectory");
  return Signature;
}

const CodeDirectory &CodeSignature::strongest() const {
  const auto Rank = [](const CodeDirectory &Directory) {
    switch (Directory.HashType) {
    case MachO::CS_HASHTYPE_SHA1:
      return 1;
    case MachO::CS_HASHTYPE_SHA256_TRUNCATED:
      return 2;
    default:
      return 3;
    }
  };
  return *max_element(Directories, [&](const CodeDirectory &A, const CodeDirectory &B) {
    return Rank(A) < Rank(B);
  });
}

std::string CodeSignature::cdHash() const {
  const CodeDirectory &Directory = strongest();
  return toHex(ArrayRef<uint8_t>(Directory.hash(Directory.Bytes)).take_front(MachO::CS_CDHASH_LEN),
               /*LowerCase=*/true);
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
