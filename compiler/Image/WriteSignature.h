//===- WriteSignature.h - The bytes of an ad-hoc signature -----------------===//

#ifndef W2N_IMAGE_WRITESIGNATURE_H
#define W2N_IMAGE_WRITESIGNATURE_H

#include "Image/CodeDirectory.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <string>
#include <vector>

namespace w2n {

/// A blob beside the CodeDirectory, header included.
struct SignatureBlob {
  /// CSSLOT_*; those up to 11 have a hash in the CodeDirectory.
  uint32_t Slot;
  llvm::SmallVector<char, 0> Bytes;
};

/// What a signature is made of.
struct SignatureContents {
  /// CS_ADHOC and so on.
  uint32_t Flags = 0;
  /// Neither holds a zero; TeamIdentifier may be empty.
  std::string Identifier;
  std::string TeamIdentifier;
  /// The size of the code in bytes.
  uint64_t CodeLimit = 0;
  ExecutableSegment Executable;
  /// The version of the hardened runtime as 0xMMMMmmpp; 0 where it is off.
  uint32_t RuntimeVersion = 0;
  /// The Info.plist in the image; empty where there is none.
  llvm::ArrayRef<uint8_t> InfoPlist;
  /// By ascending slots.
  std::vector<SignatureBlob> Blobs;
};

/// A blob of the given magic number (CSMAGIC_*) for a slot.
SignatureBlob makeBlob(uint32_t Slot, uint32_t Magic, llvm::ArrayRef<char> Content);

/// The size of the signature in bytes, which does not depend on what the code is.
uint64_t signatureSize(const SignatureContents &Contents);

/// Appends the signature to Image, the CodeLimit bytes of code that it is for: a CodeDirectory
/// with SHA-256 of pages of 4 KiB, laid out as lld's, and the other blobs behind it.
void appendSignature(const SignatureContents &Contents, llvm::SmallVectorImpl<char> &Image);

} // namespace w2n

#endif // W2N_IMAGE_WRITESIGNATURE_H
