//===- Bundle.h - The files beside an image that its signature seals -------===//

#ifndef W2N_IMAGE_BUNDLE_H
#define W2N_IMAGE_BUNDLE_H

#include "Image/CodeSignature.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace w2n {

/// Checks the hashes that Signature has of an Info.plist and of a bundle's list of resources
/// against the files where a bundle has them, if the image at Path is in one, and takes those
/// that hold out of ExternalSlots. What is not there stays; a file with another hash is an
/// InputError. Path may be empty.
llvm::Error checkBundle(CodeSignature &Signature, llvm::StringRef Path);

} // namespace w2n

#endif // W2N_IMAGE_BUNDLE_H
