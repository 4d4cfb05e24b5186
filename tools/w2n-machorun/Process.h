//===- Process.h - The images of a process, and their symbols --------------===//

#ifndef W2N_MACHORUN_PROCESS_H
#define W2N_MACHORUN_PROCESS_H

#include "Image.h"

#include <deque>

namespace w2n::machorun {

/// What was found for a library of an image.
struct Provider {
  enum class Kind { Image, LibSystem, Missing } Where;
  /// Of an image of the process.
  unsigned Index;
};

/// An image and how it stands to the others.
struct LoadedImage : Image {
  /// Of each of its Libraries.
  std::vector<Provider> Providers;
  /// Its own LC_RPATHs, made absolute, and those of the images that loaded it.
  std::vector<std::string> SearchPaths;
};

/// What a symbol is bound to.
struct Definition {
  enum class Kind { Image, LibSystem, Missing } Where;
  /// Of an image of the process, and from its start.
  unsigned Index;
  uint64_t Address;
  /// The name of a symbol of libSystem.
  std::string Symbol;
};

/// The images that dyld loads, in its order; the first is the program. Where one cannot be
/// loaded, those that it would have brought are not there either.
class Process {
public:
  /// CPU is "x86_64" or "arm64", and must outlive the process.
  explicit Process(llvm::StringRef CPU) : CPU(CPU) {}

  /// Loads the program at Path and all libraries that it needs.
  llvm::Error start(llvm::StringRef Path);

  /// Loads the library that the image Loader names so, with all that it needs, unless it is
  /// there. Gives its index.
  llvm::Expected<unsigned> open(llvm::StringRef Name, unsigned Loader);

  /// Forgets images that could not be used after all, from the index First on.
  void forget(unsigned First);

  const std::deque<LoadedImage> &images() const { return Images; }

  /// Binds a symbol for the image From by its library ordinal (two-level names), or by
  /// BIND_SPECIAL_DYLIB_*. An InputError where there is no such symbol, unless MayBeMissing.
  llvm::Expected<Definition> bind(unsigned From, int Ordinal, llvm::StringRef Symbol,
                                  bool MayBeMissing) const;

private:
  const llvm::StringRef CPU;
  std::deque<LoadedImage> Images;

  llvm::Expected<Provider> find(const Library &Wanted, unsigned Loader);
  llvm::Expected<unsigned> load(llvm::StringRef Path, std::optional<unsigned> Loader);
  llvm::Error loadLibraries(unsigned Index);
  std::string expand(llvm::StringRef Name, unsigned Loader) const;
  std::optional<unsigned> findLoaded(llvm::StringRef Name) const;
  std::optional<std::string> findFile(llvm::StringRef Name, unsigned Loader) const;
  std::optional<Definition> lookUp(const Provider &Library, llvm::StringRef Symbol,
                                   unsigned Depth) const;
  std::optional<Definition> lookUpInImage(unsigned Index, llvm::StringRef Symbol,
                                          unsigned Depth) const;
  std::optional<Definition> lookUpEverywhere(llvm::StringRef Symbol) const;
};

} // namespace w2n::machorun

#endif // W2N_MACHORUN_PROCESS_H
