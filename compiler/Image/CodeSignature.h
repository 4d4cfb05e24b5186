//===- CodeSignature.h - Reading an embedded code signature ----------------===//
//
// The signature of a Mach-O image is a "super blob": a table of typed blobs, all big-endian.
// One or several CodeDirectories among them, the same with different hashes, have the hashes
// of the image's pages and of the other blobs.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_CODESIGNATURE_H
#define W2N_IMAGE_CODESIGNATURE_H

#include "Image/CodeDirectory.h"

#include <string>
#include <vector>

namespace w2n {

/// A code signature, which refers to the bytes that it was read from.
struct CodeSignature {
  /// At least one, the primary one first. They agree on flags, identifiers and size of the code.
  std::vector<CodeDirectory> Directories;
  /// The contents of the two entitlement blobs, a property list in XML and in DER;
  /// empty where there are none.
  llvm::StringRef EntitlementsXML;
  llvm::StringRef EntitlementsDER;
  /// A certificate's signature over the CodeDirectory, which is not checked here; empty where
  /// there is none.
  llvm::ArrayRef<uint8_t> CertificateMessage;
  /// Whether there are constraints on who may start the program or which libraries it loads.
  bool HasConstraints = false;
  /// Special slots with hashes of what has no blob: 1 for an Info.plist, 3 for the
  /// resources of a bundle.
  llvm::SmallVector<uint32_t, 2> ExternalSlots;

  bool hasCertificate() const { return !CertificateMessage.empty(); }
  /// The directory with the strongest hashes, which the system goes by.
  const CodeDirectory &strongest() const;
  /// The first 20 bytes of the hash of the strongest directory, in hexadecimal, which is what
  /// the kernel and Apple's tools know the signature by.
  std::string cdHash() const;
};

/// Reads the signature in Bytes, the contents of LC_CODE_SIGNATURE, and checks the
/// special slots and that each byte which means nothing, the padding at the end
/// included, is zero. The InputError has the offset in Bytes of what is wrong.
llvm::Expected<CodeSignature> readCodeSignature(llvm::ArrayRef<uint8_t> Bytes);

/// Names the flags: "adhoc,linker-signed".
std::string describeSignatureFlags(uint32_t Flags);

} // namespace w2n

#endif // W2N_IMAGE_CODESIGNATURE_H
