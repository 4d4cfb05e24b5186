//===- FileIO.cpp - Reading inputs, writing outputs whole or not at all ----===//

#include "Support/FileIO.h"

#include "Support/Error.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <unistd.h>

using namespace llvm;

namespace w2n {

Expected<std::unique_ptr<MemoryBuffer>> readFile(StringRef Path) {
  if (Path == "-") {
    auto Buffer = MemoryBuffer::getSTDIN();
    if (!Buffer)
      return cannot("read", "<stdin>", Buffer.getError());
    return std::move(*Buffer);
  }
  // A volatile file is the kind that MemoryBuffer copies.
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/true,
                                      /*IsVolatile=*/true);
  if (!Buffer)
    return cannot("read", Path, Buffer.getError());
  return std::move(*Buffer);
}

/// Writes to an open file, which stays open.
static std::error_code writeTo(int FD, ArrayRef<uint8_t> Bytes) {
  raw_fd_ostream OS(FD, /*shouldClose=*/false, /*unbuffered=*/true);
  OS << toStringRef(Bytes);
  const std::error_code Reason = OS.error();
  OS.clear_error();
  return Reason;
}

static Error writeInPlace(StringRef Path, ArrayRef<uint8_t> Bytes) {
  int FD = -1;
  if (const std::error_code Reason = sys::fs::openFileForWrite(Path, FD, sys::fs::CD_OpenExisting))
    return cannot("write", Path, Reason);
  sys::fs::file_t File = sys::fs::convertFDToNativeFile(FD);
  const std::error_code WriteReason = writeTo(FD, Bytes);
  const std::error_code CloseReason = sys::fs::closeFile(File);
  if (WriteReason || CloseReason)
    return cannot("write", Path, WriteReason ? WriteReason : CloseReason);
  return Error::success();
}

/// Mode is less the umask, Exact is not.
static Error writeByRename(StringRef Path, ArrayRef<uint8_t> Bytes, unsigned Mode,
                           std::optional<sys::fs::perms> Exact) {
  // The name is short and has nothing of Path's own, which may be as long as names get.
  SmallString<128> Model(sys::path::parent_path(Path));
  sys::path::append(Model, ".w2n-%%%%%%%%.tmp");
  auto Temporary = sys::fs::TempFile::create(Model, Mode);
  if (!Temporary)
    return cannot("write", Path, errorToErrorCode(Temporary.takeError()));
  std::error_code Reason = writeTo(Temporary->FD, Bytes);
  if (!Reason && Exact)
    Reason = sys::fs::setPermissions(Temporary->FD, *Exact);
  if (Reason) {
    consumeError(Temporary->discard());
    return cannot("write", Path, Reason);
  }
  if (Error E = Temporary->keep(Path))
    return cannot("write", Path, errorToErrorCode(std::move(E)));
  return Error::success();
}

static Error writeWhole(StringRef Path, ArrayRef<uint8_t> Bytes, unsigned Mode,
                        std::optional<sys::fs::perms> Exact) {
  if (Path == "-") {
    if (const std::error_code Reason = writeTo(STDOUT_FILENO, Bytes))
      return cannot("write", "<stdout>", Reason);
    return Error::success();
  }
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) && Status.type() != sys::fs::file_type::regular_file) {
    if (Status.type() == sys::fs::file_type::directory_file)
      return cannot("write", Path, std::make_error_code(std::errc::is_a_directory));
    return writeInPlace(Path, Bytes);
  }
  // The name of a link stays one: what it leads to is replaced.
  SmallString<128> Target(Path);
  if (sys::fs::is_symlink_file(Path))
    if (sys::fs::real_path(Path, Target))
      return inputError("cannot write '" + Path + "': this symbolic link leads to no file");
  return writeByRename(Target, Bytes, Mode, Exact);
}

Error writeFileAtomically(StringRef Path, ArrayRef<uint8_t> Bytes, bool Executable) {
  unsigned Mode = sys::fs::all_read | sys::fs::all_write;
  if (Executable)
    Mode |= sys::fs::all_exe;
  return writeWhole(Path, Bytes, Mode, std::nullopt);
}

Error writeFileLike(StringRef Path, ArrayRef<uint8_t> Bytes, StringRef Model) {
  sys::fs::file_status Status;
  if (const std::error_code Reason = sys::fs::status(Model, Status))
    return cannot("read", Model, Reason);
  return writeWhole(Path, Bytes, sys::fs::owner_read | sys::fs::owner_write, Status.permissions());
}

} // namespace w2n
