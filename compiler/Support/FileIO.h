//===- FileIO.h - Reading inputs, writing outputs whole or not at all ------===//

#ifndef W2N_SUPPORT_FILEIO_H
#define W2N_SUPPORT_FILEIO_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace w2n {

/// Reads a whole file into memory; "-" is standard input. The error names the
/// file and says what the system said. A file is copied, never mapped, so that
/// it may change on disk while it is being compiled.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readFile(llvm::StringRef Path);

/// Writes Bytes to Path: to a temporary name in the same directory first, which
/// is renamed over Path once everything is on its way to the disk, so that no
/// reader ever sees a part and an error leaves what was there before. "-" is
/// standard output. Executable gives the file mode 0777 less the umask, else
/// 0666 less the umask. A symbolic link stays one, and the file that it leads to is replaced.
/// What is not a regular file (/dev/null) is written in place.
llvm::Error writeFileAtomically(llvm::StringRef Path, llvm::ArrayRef<uint8_t> Bytes,
                                bool Executable);

/// The same, and gives the file exactly the permissions that the file Model has, whatever the
/// umask is.
llvm::Error writeFileLike(llvm::StringRef Path, llvm::ArrayRef<uint8_t> Bytes,
                          llvm::StringRef Model);

/// A folder that only this user may look into, and that is gone with the object.
class TemporaryDirectory {
public:
  static llvm::Expected<TemporaryDirectory> create();
  TemporaryDirectory(TemporaryDirectory &&Other) : Path(std::exchange(Other.Path, {})) {}
  TemporaryDirectory &operator=(TemporaryDirectory &&) = delete;
  /// One that cannot be removed is left behind: what it was for is done.
  ~TemporaryDirectory();

  llvm::StringRef path() const { return Path; }

private:
  explicit TemporaryDirectory(llvm::StringRef Path) : Path(Path) {}

  std::string Path;
};

/// A file of a folder.
struct FolderEntry {
  /// Beneath the folder, with / between its parts.
  std::string Path;
  llvm::SmallVector<char, 0> Bytes;
};

/// All files beneath a folder, sorted by their paths.
llvm::Expected<std::vector<FolderEntry>> readFolder(llvm::StringRef Path);

/// Writes a folder of Entries to Path: to a temporary name beside it first, which takes the place
/// of Path once it is whole. A folder that was there before is deleted then, and is still
/// there after an error. Anything else that is there is an error.
llvm::Error writeFolderAtomically(llvm::StringRef Path, llvm::ArrayRef<FolderEntry> Entries);

} // namespace w2n

#endif // W2N_SUPPORT_FILEIO_H
