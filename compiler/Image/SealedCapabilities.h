//===- SealedCapabilities.h - What an image says that it may do ------------===//

#ifndef W2N_IMAGE_SEALEDCAPABILITIES_H
#define W2N_IMAGE_SEALEDCAPABILITIES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// A record of runtime/abi/capabilities.def.
struct SealedCapability {
  /// What people call its kind.
  llvm::StringRef Name;
  std::vector<std::string> Values;
};

using SealedCapabilities = std::vector<SealedCapability>;

/// Reads the note in the format of capabilities.def among Notes, a sequence of ELF notes;
/// nothing where there is none. An InputError where there are several, where one is cut off,
/// or holds what this version does not know.
llvm::Expected<std::optional<SealedCapabilities>>
readSealedCapabilities(llvm::ArrayRef<uint8_t> Notes);

} // namespace w2n

#endif // W2N_IMAGE_SEALEDCAPABILITIES_H
