//===- XCFramework.h - Static libraries for several systems ----------------===//

#ifndef W2N_IMAGE_XCFRAMEWORK_H
#define W2N_IMAGE_XCFRAMEWORK_H

#include "Support/FileIO.h"

#include "llvm/BinaryFormat/MachO.h"

#include <string>
#include <vector>

namespace w2n {

/// A static library for one system.
struct XCFrameworkSlice {
  llvm::MachO::PlatformType Platform;
  /// Apple's names of the CPUs that Library is for.
  std::vector<std::string> Architectures;
  llvm::SmallVector<char, 0> Library;
};

/// The files of an .xcframework: Slices, at least one and each for another system, as
/// lib<Name>.a; Headers for each of them, with paths beneath the folder of headers; and the
/// Info.plist that lists them, as Xcode writes it. Their order does not depend on that of Slices.
std::vector<FolderEntry> makeXCFramework(llvm::StringRef Name, std::vector<XCFrameworkSlice> Slices,
                                         llvm::ArrayRef<FolderEntry> Headers);

} // namespace w2n

#endif // W2N_IMAGE_XCFRAMEWORK_H
