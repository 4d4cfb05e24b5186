//===- SignableImage.h - What a signature depends on in a Mach-O image -----===//

#ifndef W2N_IMAGE_SIGNABLEIMAGE_H
#define W2N_IMAGE_SIGNABLEIMAGE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Object/MachO.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// A segment of an image of 32 or 64 bits.
struct ImageSegment {
  std::string Name;
  /// Where its load command starts in the image.
  uint64_t Command = 0;
  uint64_t Address = 0;
  uint64_t AddressSize = 0;
  uint64_t FileOffset = 0;
  uint64_t FileSize = 0;
};

/// A linked little-endian Mach-O image of any kind: executable, dynamic library, bundle. The
/// offsets in it are bytes from its start, which in a universal file is not the file's.
struct SignableImage {
  llvm::ArrayRef<uint8_t> Bytes;
  std::unique_ptr<llvm::object::MachOObjectFile> File;
  std::vector<ImageSegment> Segments;
  ImageSegment Text;
  ImageSegment LinkEdit;
  /// LC_CODE_SIGNATURE and where that command starts; nothing in an unsigned image.
  std::optional<llvm::MachO::linkedit_data_command> Signature;
  uint64_t SignatureCommand = 0;
  /// The first byte behind the load commands that belongs to something else.
  uint64_t CommandsLimit = 0;
  /// The SDK of LC_BUILD_VERSION or LC_VERSION_MIN_*, as 0xMMMMmmpp; 0 where there is none.
  uint32_t SDKVersion = 0;
  /// The section __TEXT,__info_plist, which stands for an Info.plist; empty where there is none.
  llvm::ArrayRef<uint8_t> InfoPlist;

  bool is64Bit() const { return File->is64Bit(); }
  bool isExecutable() const;
  uint64_t commandsEnd() const;
  /// The size of pages of the image's CPU, as a power of two.
  unsigned pageSizeLog2() const;
  /// "arm64", "x86_64", ...
  std::string architecture() const;
};

/// Reads an image, thin or a slice of a universal file, and checks that its signature, if it
/// has one, is the last thing in __LINKEDIT, and that in the image. Bytes must outlive the
/// result. An InputError says what is wrong, with the offset where there is a place.
llvm::Expected<SignableImage> readSignableImage(llvm::ArrayRef<uint8_t> Bytes);

} // namespace w2n

#endif // W2N_IMAGE_SIGNABLEIMAGE_H
