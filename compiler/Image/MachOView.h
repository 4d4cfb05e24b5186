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

/// A 64-bit little-endian Mach-O executable, dynamic library or bundle, and what its load commands
/// say.
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
  /// Where the loader looks for libraries whose path begins with @rpath.
  std::vector<std::string> RunPaths;
  /// Of LC_BUILD_VERSION: PLATFORM_MACOS, ...; 0 where there is none.
  uint32_t Platform = llvm::MachO::PLATFORM_UNKNOWN;
  /// The oldest system it is for, and the SDK it was made with, as 0xMMMMmmpp; 0 where it does
  /// not say.
  uint32_t MinimumOS = 0;
  uint32_t SDK = 0;
  /// Relocations in the form from before dyld had its own tables.
  uint64_t ClassicRelocations = 0;
  /// Of LC_DYLD_CHAINED_FIXUPS; empty where there is none.
  ChainedFixups Fixups;
  /// Where the signature is.
  std::optional<llvm::MachO::linkedit_data_command> Signature;

  /// Whether it is loaded into a program: a dynamic library or a bundle.
  bool isLibrary() const { return Header.filetype != llvm::MachO::MH_EXECUTE; }
  const llvm::MachO::segment_command_64 *findSegment(llvm::StringRef Name) const;
};

/// "macOS", "iOS", ...; a number of none that is known, and nothing for none.
std::string platformName(uint32_t Platform);

/// A version of 0xMMMMmmpp; the empty one of 0.
llvm::VersionTuple unpackVersion(uint32_t Version);

llvm::StringRef segmentName(const llvm::MachO::segment_command_64 &Segment);

/// Bytes must outlive the view.
llvm::Expected<MachOView> readMachO(llvm::ArrayRef<uint8_t> Bytes);

/// The audit's checks of where code comes from (MachOImports.cpp).
AuditCheck checkLoadCommands(const MachOView &View);
AuditCheck checkLibraries(const MachOView &View);
AuditCheck checkRunPaths(const MachOView &View);
std::vector<AuditCheck> checkImports(const MachOView &View, bool Hardened);

} // namespace w2n

#endif // W2N_IMAGE_MACHOVIEW_H
