//===- SealedCapabilities.h - What an image says that it may do ------------===//

#ifndef W2N_IMAGE_SEALEDCAPABILITIES_H
#define W2N_IMAGE_SEALEDCAPABILITIES_H

#include "Image/ImageNotes.h"

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
  /// Whether it takes something away.
  bool IsDenial = false;
};

using SealedCapabilities = std::vector<SealedCapability>;

/// Reads the note in the format of capabilities.def among Notes; nothing where there is none. An
/// InputError where there are several, or where one holds what this version does not know.
llvm::Expected<std::optional<SealedCapabilities>>
readSealedCapabilities(llvm::ArrayRef<ImageNote> Notes);

/// Whether Name is what people call a kind of capability.
bool isCapabilityName(llvm::StringRef Name);

} // namespace w2n

#endif // W2N_IMAGE_SEALEDCAPABILITIES_H
