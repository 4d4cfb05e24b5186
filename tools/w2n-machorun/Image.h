//===- Image.h - A Mach-O image that was checked as macOS checks it --------===//

#ifndef W2N_MACHORUN_IMAGE_H
#define W2N_MACHORUN_IMAGE_H

#include "Image/MachOView.h"

#include "llvm/ADT/StringMap.h"

namespace w2n::machorun {

/// The kernel kills a process that needs a page whose hash is wrong; everything else that is
/// wrong with a file is an InputError, and only keeps it from being loaded.
class KilledError : public llvm::ErrorInfo<KilledError> {
public:
  static char ID;

  explicit KilledError(std::string Message) : Message(std::move(Message)) {}

  std::string message() const override { return Message; }
  void log(llvm::raw_ostream &OS) const override { OS << Message; }
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

private:
  std::string Message;
};

/// What an image says of a library that it needs (LC_LOAD_DYLIB and the like).
struct Library {
  std::string Name;
  /// A packed X.Y.Z that the library has to be compatible with.
  uint32_t Version;
  /// LC_LOAD_WEAK_DYLIB: the library may be missing.
  bool IsWeak;
  /// LC_REEXPORT_DYLIB: its symbols are those of the image too.
  bool IsReexported;
  /// LC_LOAD_UPWARD_DYLIB: it need not be initialised before the image.
  bool IsUpward;
};

/// A row of an exports trie.
struct Export {
  /// EXPORT_SYMBOL_FLAGS_*.
  uint64_t Flags;
  /// From the start of the image.
  uint64_t Address;
  /// Of a symbol of another library: which, from 1, and its name there.
  uint64_t Ordinal;
  std::string OtherName;
};

struct Image {
  /// Without links, relative to nothing.
  std::string Path;
  std::unique_ptr<llvm::MemoryBuffer> File;
  MachOView View;
  /// The address of __TEXT as it was linked.
  uint64_t Base = 0;
  /// Of a library; empty and 0 for others.
  std::string InstallName;
  uint32_t CompatibilityVersion = 0;
  /// LC_BUILD_VERSION's.
  uint32_t Platform = 0;
  std::vector<Library> Libraries;
  /// LC_RPATH's, as they are there.
  std::vector<std::string> RunPaths;
  llvm::StringMap<Export> Exports;
};

/// Reads an image and checks it as the kernel and dyld do. CPU is "x86_64" or "arm64", of
/// which a universal file is searched for. A KilledError where a page does not match the
/// signature, and an InputError where anything else is wrong, or not modelled.
llvm::Expected<Image> readImage(llvm::StringRef Path, llvm::StringRef CPU);

} // namespace w2n::machorun

#endif // W2N_MACHORUN_IMAGE_H
