//===- ImageNotes.h - What an image says of itself -------------------------===//
//
// Notes have the form that they have in ELF, in Mach-O too.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_IMAGENOTES_H
#define W2N_IMAGE_IMAGENOTES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <vector>

namespace w2n {

/// A note, which refers to the bytes that it was read from.
struct ImageNote {
  /// Without the NUL at its end.
  llvm::StringRef Owner;
  uint32_t Type = 0;
  /// A multiple of 4 bytes, since it includes the padding.
  llvm::ArrayRef<uint8_t> Content;
};

/// Reads a sequence of notes; an InputError where one is cut off.
llvm::Expected<std::vector<ImageNote>> readNotes(llvm::ArrayRef<uint8_t> Bytes);

} // namespace w2n

#endif // W2N_IMAGE_IMAGENOTES_H
