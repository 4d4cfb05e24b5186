//===- Verify.h - Whether the signature of an image holds ------------------===//

#ifndef W2N_IMAGE_VERIFY_H
#define W2N_IMAGE_VERIFY_H

#include "Image/CodeSignature.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace w2n {

/// Checks the signature of one Mach-O image, not a universal file, against the bytes that it
/// covers: each page, each other blob, and that it says nothing else that contradicts the image.
/// Path is where the image is, so that the files can be found that a bundle's signature seals; it
/// may be empty. Not checked is a certificate, nor files that are not there if there is one: in
/// an ad-hoc signature hashes of these are an error. The InputError has the offset in Image of
/// what is wrong; an image that is not signed is an InputError too.
llvm::Expected<CodeSignature> verifyImage(llvm::ArrayRef<uint8_t> Image, llvm::StringRef Path);

/// What a valid signature says, and what of it was not checked: "identifier 'app'; flags adhoc
/// (0x2); cdhash ...; 9 pages".
std::string describeSignature(const CodeSignature &Signature);

} // namespace w2n

#endif // W2N_IMAGE_VERIFY_H
