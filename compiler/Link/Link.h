//===- Link.h - From objects to an image, in-process -----------------------===//

#ifndef W2N_LINK_LINK_H
#define W2N_LINK_LINK_H

#include "Target/TargetSpec.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

#include <string>

namespace w2n {

struct LinkOptions {
  /// The final name of the output: its basename is the identifier of an ad-hoc
  /// signature and goes into the UUID.
  std::string OutputName;
  /// The folder that holds one folder of runtime archives per target.
  std::string RuntimeDirectory;
  /// The file name of the archive to link with, "libw2n_program.a" for programs.
  std::string RuntimeArchive;
  /// Make an ad-hoc signature where the target's rule asks for one.
  bool Sign = true;
};

/// The bytes of a linked executable.
using ImageBytes = llvm::SmallVector<char, 0>;

/// Links Objects with the runtime for Target into a program: a static position-
/// independent ELF executable, or a Mach-O executable that imports libSystem alone.
/// An InputError says what the linker said, or what a temporary directory lacks; a missing
/// runtime archive is an InternalError that names the path. May be called from any thread (links
/// are serialised) and any number of times.
llvm::Expected<ImageBytes> link(llvm::ArrayRef<llvm::ArrayRef<char>> Objects,
                                const TargetSpec &Target, const LinkOptions &Options);

} // namespace w2n

#endif // W2N_LINK_LINK_H
