//===- MachOView.h - The parts of a Mach-O image that are audited ----------===//

#ifndef W2N_IMAGE_MACHOVIEW_H
#define W2N_IMAGE_MACHOVIEW_H

#include "Image/Audit.h"
#include "Image/ChainedFixups.h"

#include "llvm/Object/MachO.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// A 64-bit little-endian Mach-O executable or dynamic library, and what its load commands say.
struct MachOView {
  llvm::ArrayRef<uint8_t> Bytes;
  std::unique_ptr<llvm::object::MachOObjectFile> File;
  llvm::MachO::mach_header_64 Header;
  std::vector<llvm::MachO::segment_command_64> Segments;
  /// The kind of each load command (LC_...), in order.
  std::vector<uint32_t> Commands;
  /// The libraries it loads, and the loader that is to do so, by path.
  std::vector<std::string> Libraries;
  std::vector<std::string> Loaders;
  /// Of LC_BUILD_VERSION: PLATFORM_MACOS, ...; 0 where there is none.
  uint32_t Platform = llvm::MachO::PLATFORM_UNKNOWN;
  /// Relocations in the form from before dyld had its own tables.
  uint64_t ClassicRelocations = 0;
  /// Of LC_DYLD_CHAINED_FIXUPS; empty where there is none.
  ChainedFixups Fixups;
  /// Where the signature is.
  std::optional<llvm::MachO::linkedit_data_command> Signature;

  bool isLibrary() const { return Header.filetype == llvm::MachO::MH_DYLIB; }
  const llvm::MachO::segment_command_64 *findSegment(llvm::StringRef Name) const;
};

llvm::StringRef segmentName(const llvm::MachO::segment_command_64 &Segment);

/// Bytes must outlive the view.
llvm::Expected<MachOView> readMachO(llvm::ArrayRef<uint8_t> Bytes);

/// The audit's checks of where code comes from (MachOImports.cpp).
AuditCheck checkLoadCommands(const MachOView &View);
AuditCheck checkLibraries(const MachOView &View);
std::vector<AuditCheck> checkImports(const MachOView &View, bool Hardened);

} // namespace w2n

#endif // W2N_IMAGE_MACHOVIEW_H
