//===- CodeDirectory.h - Reading one CodeDirectory of a signature ----------===//
//
// A CodeDirectory has a hash of each page of the image up to the signature ("code slots"), and
// one of each other blob of the signature ("special slots"). Its own hash, the "CDHash", is
// what a certificate signs; in an ad-hoc signature nothing does. So nothing vouches there for
// what it says of itself: its flags, its identifiers and the version of the hardened runtime.
// Every other byte is determined by the image or has to be zero, which is checked here and by
// whoever reads the image.
//
// The layout is that of cs_blobs.h of XNU, in versions 0x20000 to 0x20600; all numbers are
// big-endian.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_CODEDIRECTORY_H
#define W2N_IMAGE_CODEDIRECTORY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <optional>

namespace w2n {

/// Slots and the entitlements' magic number that LLVM has no names for.
inline constexpr uint32_t SlotEntitlementsDER = 7;
inline constexpr uint32_t MagicEntitlementsDER = 0xfade7172;

/// Size of the magic number and the length that each blob starts with.
inline constexpr uint32_t BlobHeaderSize = 8;

/// What a CodeDirectory says of the executable segment.
struct ExecutableSegment {
  /// The range in the image, in bytes.
  uint64_t Base = 0;
  uint64_t Limit = 0;
  /// CS_EXECSEG_MAIN_BINARY and so on (llvm/BinaryFormat/MachO.h).
  uint64_t Flags = 0;
};

/// A CodeDirectory, which refers to the bytes that it was read from.
struct CodeDirectory {
  /// The whole blob.
  llvm::ArrayRef<uint8_t> Bytes;
  uint32_t Version = 0;
  /// CS_ADHOC and so on (llvm/BinaryFormat/MachO.h).
  uint32_t Flags = 0;
  /// Not 0 in parts of the system alone.
  uint8_t Platform = 0;
  llvm::StringRef Identifier;
  /// Empty where there is none.
  llvm::StringRef TeamIdentifier;
  /// Number of bytes from the start of the image that PageHashes cover.
  uint64_t CodeLimit = 0;
  /// In bytes.
  uint64_t PageSize = 0;
  /// CS_HASHTYPE_SHA1, CS_HASHTYPE_SHA256 or CS_HASHTYPE_SHA256_TRUNCATED, and the size of
  /// such a hash in bytes.
  uint8_t HashType = 0;
  uint8_t HashSize = 0;
  /// The hash of slot N is the Nth from the end.
  llvm::ArrayRef<uint8_t> SpecialHashes;
  /// ceil(CodeLimit / PageSize) hashes.
  llvm::ArrayRef<uint8_t> PageHashes;
  /// Nothing before version 0x20400.
  std::optional<ExecutableSegment> Executable;
  /// Of the hardened runtime, as 0xMMMMmmpp; 0 where there is none.
  uint32_t RuntimeVersion = 0;

  uint32_t specialSlots() const { return SpecialHashes.size() / HashSize; }
  /// The hash in a special slot, from 1 to specialSlots().
  llvm::ArrayRef<uint8_t> specialHash(uint32_t Slot) const {
    return SpecialHashes.slice(SpecialHashes.size() - uint64_t(Slot) * HashSize, HashSize);
  }
  /// Hashes Content the way this directory does.
  llvm::SmallVector<uint8_t, 32> hash(llvm::ArrayRef<uint8_t> Content) const;
};

/// Reads a CodeDirectory, whose magic number and length have been checked. The InputError has
/// the offset in Bytes of what is wrong.
llvm::Expected<CodeDirectory> readCodeDirectory(llvm::ArrayRef<uint8_t> Bytes);

/// An InputError with its offset in Bytes if a byte of [Begin, End) is not zero.
llvm::Error checkZero(llvm::ArrayRef<uint8_t> Bytes, uint64_t Begin, uint64_t End,
                      const llvm::Twine &What);

/// Checks every page hash of Directory against Image, the bytes of the whole image; the
/// InputError has the offset of the first page that does not match.
llvm::Error checkPages(const CodeDirectory &Directory, llvm::ArrayRef<uint8_t> Image);

} // namespace w2n

#endif // W2N_IMAGE_CODEDIRECTORY_H
