//===- CodeSignature.h - Reading an embedded code signature ----------------===//
//
// The signature of a Mach-O image is a "super blob": a table of typed blobs, all
// big-endian. The CodeDirectory among them has a SHA-256 hash of each page of the
// file up to the signature ("code slots"), and one of each other blob ("special
// slots"). It is itself vouched for by its own hash, the "CDHash", alone, unless a
// certificate signs that.
//
// So of an ad-hoc signature nothing vouches for what the CodeDirectory says of itself:
// its flags and its identifier. Every other byte of it is determined by the image or
// has to be zero, which is checked here and by whoever reads the image.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_CODESIGNATURE_H
#define W2N_IMAGE_CODESIGNATURE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>

namespace w2n {

/// A code signature, which refers to the bytes that it was read from.
struct CodeSignature {
  llvm::StringRef Identifier;
  /// Empty in ad-hoc signatures.
  llvm::StringRef TeamIdentifier;
  /// CS_ADHOC and so on (llvm/BinaryFormat/MachO.h).
  uint32_t Flags = 0;
  /// Number of bytes from the start of the image that PageHashes cover.
  uint64_t CodeLimit = 0;
  /// In bytes.
  uint64_t PageSize = 0;
  /// One SHA-256 hash after the other, ceil(CodeLimit / PageSize) of them.
  llvm::ArrayRef<uint8_t> PageHashes;
  /// The range of the executable segment in the image, in bytes, and CS_EXECSEG flags.
  uint64_t ExecutableSegmentBase = 0;
  uint64_t ExecutableSegmentLimit = 0;
  uint64_t ExecutableSegmentFlags = 0;
  /// The contents of the two entitlement blobs, a property list in XML and in DER;
  /// empty where there are none.
  llvm::StringRef EntitlementsXML;
  llvm::StringRef EntitlementsDER;
  /// Whether there is a certificate's signature over the CodeDirectory, which is not
  /// checked here.
  bool HasCertificate = false;
  /// Special slots with hashes of what is outside the image: 1 for an Info.plist, 3 for
  /// the resources of a bundle.
  llvm::SmallVector<uint32_t, 2> ExternalSlots;
  /// The first 20 bytes of the hash of the CodeDirectory, in hexadecimal, which is what
  /// the kernel and Apple's tools know the signature by.
  std::string CDHash;
};

/// Reads the signature in Bytes, the contents of LC_CODE_SIGNATURE, and checks the
/// special slots and that each byte which means nothing, the padding at the end
/// included, is zero. The InputError says what is wrong, and at which offset in Bytes
/// where that helps.
llvm::Expected<CodeSignature> readCodeSignature(llvm::ArrayRef<uint8_t> Bytes);

/// Checks every page hash of Signature against Image, the bytes of the whole image; the
/// InputError has the offset of the first page that does not match.
llvm::Error checkPages(const CodeSignature &Signature, llvm::ArrayRef<uint8_t> Image);

/// Names the flags: "adhoc,linker-signed".
std::string describeSignatureFlags(uint32_t Flags);

} // namespace w2n

#endif // W2N_IMAGE_CODESIGNATURE_H
