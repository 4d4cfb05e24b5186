//===- CertificateMessage.h - A certificate's signature --------------------===//
//
// The blob over the CodeDirectory is a message in the Cryptographic Message Syntax (RFC 5652). It
// is looked at here for what is in it. That it is right is not checked, which takes trust.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_CERTIFICATEMESSAGE_H
#define W2N_IMAGE_CERTIFICATEMESSAGE_H

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>

namespace w2n {

/// What is in a certificate's signature, unchecked.
struct CertificateMessage {
  /// A certificate with Apple's mark of a Developer ID for programs.
  bool HasDeveloperID = false;
  /// Each signer has a time stamp of an authority (RFC 3161), a "secure" one.
  bool HasTimestamp = false;
};

/// Message is the contents of the blob. What cannot be read is not there.
CertificateMessage readCertificateMessage(llvm::ArrayRef<uint8_t> Message);

} // namespace w2n

#endif // W2N_IMAGE_CERTIFICATEMESSAGE_H
