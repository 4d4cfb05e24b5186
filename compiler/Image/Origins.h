//===- Origins.h - What modules an image was made from ---------------------===//

#ifndef W2N_IMAGE_ORIGINS_H
#define W2N_IMAGE_ORIGINS_H

#include "Image/ImageNotes.h"

#include <string>
#include <vector>

namespace w2n {

/// A note of runtime/abi/origin_note.h.
struct ModuleOrigin {
  /// SHA-256 of the module in the binary format, in lower-case hexadecimal.
  std::string ModuleHash;
  /// How it was compiled.
  bool Guarded = false;
  bool PreciseTraps = false;
  bool Deterministic = false;
  /// The name and version of what compiled it.
  std::string Producer;

  llvm::StringRef bounds() const { return Guarded ? "guard" : "explicit"; }
};

/// The notes of this kind among Notes, in their order. An InputError where one is damaged or of
/// another version.
llvm::Expected<std::vector<ModuleOrigin>> readOrigins(llvm::ArrayRef<ImageNote> Notes);

} // namespace w2n

#endif // W2N_IMAGE_ORIGINS_H
