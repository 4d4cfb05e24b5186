//===- ChainedFixups.h - What dyld changes and binds in an image -----------===//
//
// The contents of LC_DYLD_CHAINED_FIXUPS (Apple's mach-o/fixup-chains.h). llvm::object
// reads them too, but not safely from a damaged file.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_IMAGE_CHAINEDFIXUPS_H
#define W2N_IMAGE_CHAINEDFIXUPS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <vector>

namespace w2n {

struct ChainedImport {
  llvm::StringRef Symbol;
  /// Which of the image's libraries has the symbol, from 1; negative numbers and 0 look
  /// in the image itself or in any library.
  int LibraryOrdinal;
};

/// A segment that has pointers for dyld to change.
struct FixedSegment {
  /// Index among the segment load commands.
  uint32_t Index;
  /// Where it is, in bytes from the start of the image in memory.
  uint64_t Offset;
};

struct ChainedFixups {
  std::vector<ChainedImport> Imports;
  std::vector<FixedSegment> Segments;
};

/// Reads Bytes, which must outlive the result. An InputError where they are damaged.
llvm::Expected<ChainedFixups> readChainedFixups(llvm::ArrayRef<uint8_t> Bytes);

} // namespace w2n

#endif // W2N_IMAGE_CHAINEDFIXUPS_H
