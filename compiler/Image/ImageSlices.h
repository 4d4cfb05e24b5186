//===- ImageSlices.h - The images in a Mach-O file -------------------------===//

#ifndef W2N_IMAGE_IMAGESLICES_H
#define W2N_IMAGE_IMAGESLICES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <vector>

namespace w2n {

/// One image of a Mach-O file, which refers to the file's bytes.
struct ImageSlice {
  /// Where it starts in the file; 0 in one that is not universal.
  uint64_t Offset = 0;
  llvm::ArrayRef<uint8_t> Bytes;
};

/// The images of a universal file, in the order of their offsets, or the one image that any
/// other file is. An InputError, with the offset in the file, where an image is not for the CPU
/// that it is listed for or not aligned to the CPU's pages, or where a byte that belongs to none
/// of them, and so is covered by no signature, is not zero.
llvm::Expected<std::vector<ImageSlice>> readSlices(llvm::ArrayRef<uint8_t> Bytes);

/// Makes another image of the bytes of an image.
using ImageEdit =
    llvm::function_ref<llvm::Expected<llvm::SmallVector<char, 0>>(llvm::ArrayRef<uint8_t>)>;

/// Applies Edit to the image that Bytes are, or to each image of a universal file, which keep
/// their order and alignment. The errors are those of readSlices and of Edit, with the offset in
/// Bytes.
llvm::Expected<llvm::SmallVector<char, 0>> editImages(llvm::ArrayRef<uint8_t> Bytes,
                                                      ImageEdit Edit);

} // namespace w2n

#endif // W2N_IMAGE_IMAGESLICES_H
