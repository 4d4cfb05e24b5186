//===- Universal.h - Several Mach-O images in one file ---------------------===//

#ifndef W2N_IMAGE_UNIVERSAL_H
#define W2N_IMAGE_UNIVERSAL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

namespace w2n {

/// Joins Mach-O images, objects, or archives of objects for different architectures into a
/// universal file, whose bytes do not depend on the order of Images. The signatures of the images
/// stay valid. Two images for one architecture, or one that is not Mach-O, are an InternalError.
llvm::Expected<llvm::SmallVector<char, 0>>
makeUniversal(llvm::ArrayRef<llvm::ArrayRef<char>> Images);

} // namespace w2n

#endif // W2N_IMAGE_UNIVERSAL_H
