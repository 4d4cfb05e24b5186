//===- Sign.h - Ad-hoc signatures for Mach-O images ------------------------===//
//
// An ad-hoc signature has hashes of everything in the image and is made by anyone: it lets the
// system see that the image has been changed, not by whom it was made.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_SIGN_H
#define W2N_IMAGE_SIGN_H

#include "Image/Entitlements.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace w2n {

struct SignOptions {
  /// Empty: the identifier of the signature that is replaced, or DefaultIdentifier where there is
  /// none.
  std::string Identifier;
  /// Not empty.
  std::string DefaultIdentifier;
  /// Letters and digits; empty for none.
  std::string TeamIdentifier;
  /// Turns the hardened runtime on, in the version of the image's SDK.
  bool HardenedRuntime = false;
  /// The signature that a linker makes: its flag, and a CodeDirectory without special slots. Not
  /// with any of the other options but identifiers.
  bool LinkerSigned = false;
  /// For executables alone.
  std::optional<Entitlements> Entitled;
};

/// Signs the Mach-O file File, each image of it if it is universal, in place of the signatures
/// that it has. Nothing else changes but the size of __LINKEDIT and, in an image that was not
/// signed, the load command that is added. An InputError, with the offset in File where there is
/// a place, says what is no Mach-O file, has no room for the load command, or does not go with
/// the options. The result depends on File and Options alone.
llvm::Expected<llvm::SmallVector<char, 0>> signMachO(llvm::ArrayRef<uint8_t> File,
                                                     const SignOptions &Options);

} // namespace w2n

#endif // W2N_IMAGE_SIGN_H
