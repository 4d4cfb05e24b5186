//===- Link.h - From objects to an image, in-process -----------------------===//

#ifndef W2N_LINK_LINK_H
#define W2N_LINK_LINK_H

#include "Target/TargetSpec.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include "llvm/Support/VersionTuple.h"

#include <string>

namespace w2n {

/// Object is one relocatable ELF file: lld can make none for Mach-O.
enum class ImageKind { Program, DynamicLibrary, Object };

struct LinkOptions {
  ImageKind Kind = ImageKind::Program;
  /// The final name of the output: its basename is the identifier of an ad-hoc
  /// signature and goes into the UUID.
  std::string OutputName;
  /// The folder that holds one folder of runtime archives per target.
  std::string RuntimeDirectory;
  /// The file name of the archive to link with, "libw2n_program.a" for programs.
  std::string RuntimeArchive;
  /// What programs that are linked with a dynamic library look for when they start: its soname
  /// or install name. Empty stands for the basename of OutputName, on Apple's systems in the
  /// folders of their own run paths ("@rpath/").
  std::string InstallName;
  /// The versions that a Mach-O library records of itself; empty ones are 0.
  llvm::VersionTuple CurrentVersion;
  llvm::VersionTuple CompatibilityVersion;
  /// The path at which debuggers find Objects, in an archive that makeObjectArchive() has made of
  /// them: where it is not empty, a Mach-O image leads to the debug information in there.
  std::string DebugArchive;
  /// Make an ad-hoc signature where the target's rule asks for one.
  bool Sign = true;
};

/// The bytes of a linked executable or library.
using ImageBytes = llvm::SmallVector<char, 0>;

/// Links Objects with the runtime for Target into a program, a static position-independent
/// ELF executable or a Mach-O executable that imports libSystem alone; or into a dynamic
/// library, which exports what has default visibility in them and needs nothing else either; or
/// joins them to one object, without the runtime.
/// An InputError says what the linker said, or what a temporary directory lacks; a missing
/// runtime archive is an InternalError that names the path. May be called from any thread (links
/// are serialised) and any number of times.
llvm::Expected<ImageBytes> link(llvm::ArrayRef<llvm::ArrayRef<char>> Objects,
                                const TargetSpec &Target, const LinkOptions &Options);

/// Puts Objects into an archive, in which they are called after Name.
llvm::Expected<ImageBytes> makeObjectArchive(llvm::ArrayRef<llvm::ArrayRef<char>> Objects,
                                             const TargetSpec &Target, llvm::StringRef Name);

/// Puts Objects and all members of the runtime's archive into one archive, so that this is all
/// that a program has to be linked with. Members are called after Name. Several such archives
/// can be linked into one program, which then has one runtime. Errors as for link().
llvm::Expected<ImageBytes> makeStaticLibrary(llvm::ArrayRef<llvm::ArrayRef<char>> Objects,
                                             const TargetSpec &Target, llvm::StringRef Name,
                                             const LinkOptions &Options);

} // namespace w2n

#endif // W2N_LINK_LINK_H
