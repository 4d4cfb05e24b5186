//===- WriteSignature.cpp - The bytes of an ad-hoc signature ---------------===//

#include "Image/WriteSignature.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace w2n {

namespace {
constexpr unsigned PageSizeLog2 = 12;
constexpr uint64_t PageSize = uint64_t(1) << PageSizeLog2;
constexpr uint32_t HashSize = MachO::CS_SHA256_LEN;

using Hash = std::array<uint8_t, HashSize>;

/// Offsets of the CodeDirectory from the start of the signature; those of its parts from its
/// own start.
struct DirectoryLayout {
  uint32_t Version = 0;
  uint32_t Offset = 0;
  uint32_t IdentifierOffset = 0;
  /// 0 where there is no team.
  uint32_t TeamOffset = 0;
  uint32_t SpecialSlots = 0;
  uint32_t CodeSlots = 0;
  uint32_t HashOffset = 0;
  uint32_t Size = 0;
};
} // namespace

/// Big-endian, as everything in a signature.
using BigEndianWriter = support::endian::Writer;

static bool hasSpecialSlot(const SignatureBlob &Blob) {
  return Blob.Slot < MachO::CSSLOT_ALTERNATE_CODEDIRECTORIES;
}

static DirectoryLayout layOut(const SignatureContents &Contents) {
  constexpr uint32_t SuperBlobHeaderSize = 12;
  DirectoryLayout Layout;
  Layout.Version = Contents.RuntimeVersion ? MachO::CS_SUPPORTSRUNTIME : MachO::CS_SUPPORTSEXECSEG;
  const size_t BlobCount = 1 + Contents.Blobs.size();
  Layout.Offset = alignTo<8>(SuperBlobHeaderSize + BlobCount * sizeof(MachO::CS_BlobIndex));
  Layout.IdentifierOffset = Contents.RuntimeVersion ? 96 : 88;
  uint32_t End = Layout.IdentifierOffset + Contents.Identifier.size() + 1;
  if (!Contents.TeamIdentifier.empty()) {
    Layout.TeamOffset = End;
    End += Contents.TeamIdentifier.size() + 1;
  }
  if (!Contents.InfoPlist.empty())
    Layout.SpecialSlots = MachO::CSSLOT_INFOSLOT;
  for (const SignatureBlob &Blob : Contents.Blobs)
    if (hasSpecialSlot(Blob))
      Layout.SpecialSlots = Blob.Slot;
  Layout.CodeSlots = divideCeil(Contents.CodeLimit, PageSize);
  const uint32_t Hashes = alignTo<16>(Layout.Offset + End) - Layout.Offset;
  Layout.HashOffset = Hashes + Layout.SpecialSlots * HashSize;
  Layout.Size = Layout.HashOffset + Layout.CodeSlots * HashSize;
  return Layout;
}

SignatureBlob makeBlob(uint32_t Slot, uint32_t Magic, ArrayRef<char> Content) {
  SignatureBlob Blob = {Slot, {}};
  raw_svector_ostream OS(Blob.Bytes);
  BigEndianWriter Writer(OS, endianness::big);
  Writer.write<uint32_t>(Magic);
  Writer.write<uint32_t>(BlobHeaderSize + Content.size());
  OS << StringRef(Content.data(), Content.size());
  return Blob;
}

uint64_t signatureSize(const SignatureContents &Contents) {
  const DirectoryLayout Layout = layOut(Contents);
  uint64_t Size = Layout.Offset + Layout.Size;
  for (const SignatureBlob &Blob : Contents.Blobs)
    Size += Blob.Bytes.size();
  return Size;
}

/// The super blob's own header, which says where the others are.
static void writeIndex(const SignatureContents &Contents, const DirectoryLayout &Layout,
                       BigEndianWriter &Writer) {
  Writer.write<uint32_t>(MachO::CSMAGIC_EMBEDDED_SIGNATURE);
  Writer.write<uint32_t>(signatureSize(Contents));
  Writer.write<uint32_t>(1 + Contents.Blobs.size());
  Writer.write<uint32_t>(MachO::CSSLOT_CODEDIRECTORY);
  Writer.write<uint32_t>(Layout.Offset);
  uint32_t Offset = Layout.Offset + Layout.Size;
  for (const SignatureBlob &Blob : Contents.Blobs) {
    Writer.write<uint32_t>(Blob.Slot);
    Writer.write<uint32_t>(Offset);
    Offset += Blob.Bytes.size();
  }
}

static void writeDirectoryHeader(const SignatureContents &Contents, const DirectoryLayout &Layout,
                                 BigEndianWriter &Writer) {
  const bool FitsIn32Bits = isUInt<32>(Contents.CodeLimit);
  Writer.write<uint32_t>(MachO::CSMAGIC_CODEDIRECTORY);
  Writer.write<uint32_t>(Layout.Size);
  Writer.write<uint32_t>(Layout.Version);
  Writer.write<uint32_t>(Contents.Flags);
  Writer.write<uint32_t>(Layout.HashOffset);
  Writer.write<uint32_t>(Layout.IdentifierOffset);
  Writer.write<uint32_t>(Layout.SpecialSlots);
  Writer.write<uint32_t>(Layout.CodeSlots);
  Writer.write<uint32_t>(FitsIn32Bits ? Contents.CodeLimit : UINT32_MAX);
  Writer.write<uint8_t>(HashSize);
  Writer.write<uint8_t>(MachO::CS_HASHTYPE_SHA256);
  Writer.write<uint8_t>(0); // platform
  Writer.write<uint8_t>(PageSizeLog2);
  Writer.write<uint32_t>(0); // spare2
  Writer.write<uint32_t>(0); // scatterOffset
  Writer.write<uint32_t>(Layout.TeamOffset);
  Writer.write<uint32_t>(0); // spare3
  Writer.write<uint64_t>(FitsIn32Bits ? 0 : Contents.CodeLimit);
  Writer.write<uint64_t>(Contents.Executable.Base);
  Writer.write<uint64_t>(Contents.Executable.Limit);
  Writer.write<uint64_t>(Contents.Executable.Flags);
  if (Layout.Version >= MachO::CS_SUPPORTSRUNTIME) {
    Writer.write<uint32_t>(Contents.RuntimeVersion);
    Writer.write<uint32_t>(0); // preEncryptOffset
  }
}

/// The hash in a special slot: of the slot's blob, or zeros where there is none.
static Hash specialHash(uint32_t Slot, const SignatureContents &Contents) {
  if (Slot == MachO::CSSLOT_INFOSLOT && !Contents.InfoPlist.empty())
    return SHA256::hash(Contents.InfoPlist);
  for (const SignatureBlob &Blob : Contents.Blobs)
    if (Blob.Slot == Slot)
      return SHA256::hash(arrayRefFromStringRef(StringRef(Blob.Bytes.data(), Blob.Bytes.size())));
  return {};
}

void appendSignature(const SignatureContents &Contents, SmallVectorImpl<char> &Image) {
  const DirectoryLayout Layout = layOut(Contents);
  SmallVector<char, 0> Signature;
  raw_svector_ostream OS(Signature);
  BigEndianWriter Writer(OS, endianness::big);
  const auto WriteHash = [&](const Hash &Value) { OS << toStringRef(Value); };

  writeIndex(Contents, Layout, Writer);
  OS.write_zeros(Layout.Offset - OS.tell());
  writeDirectoryHeader(Contents, Layout, Writer);
  OS << Contents.Identifier << '\0';
  if (Layout.TeamOffset != 0)
    OS << Contents.TeamIdentifier << '\0';
  const uint64_t Hashes = Layout.Offset + Layout.HashOffset - Layout.SpecialSlots * HashSize;
  OS.write_zeros(Hashes - OS.tell());
  for (uint32_t Slot = Layout.SpecialSlots; Slot > 0; --Slot)
    WriteHash(specialHash(Slot, Contents));
  const ArrayRef<uint8_t> Code = arrayRefFromStringRef(StringRef(Image.data(), Image.size()));
  for (uint64_t Offset = 0; Offset < Contents.CodeLimit; Offset += PageSize)
    WriteHash(SHA256::hash(Code.slice(Offset, std::min(PageSize, Code.size() - Offset))));
  for (const SignatureBlob &Blob : Contents.Blobs)
    OS << StringRef(Blob.Bytes.data(), Blob.Bytes.size());
  append_range(Image, Signature);
}

} // namespace w2n
