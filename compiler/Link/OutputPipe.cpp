//===- OutputPipe.cpp - Takes a file's contents as they are written --------===//

#include "Link/OutputPipe.h"
#include "Support/Error.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace w2n {

static Error pipeError(StringRef Path) { return cannot("make the pipe", Path, errnoAsErrorCode()); }

Expected<SmallVector<char, 0>> readPipe(const std::string &Path, function_ref<Error()> Write) {
  if (mkfifo(Path.c_str(), S_IRUSR | S_IWUSR) != 0)
    return pipeError(Path);
  const scope_exit Remove([&] { unlink(Path.c_str()); });
  // Both ends are open before and while Write runs, so that opening waits for nobody.
  const int ReadEnd = open(Path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (ReadEnd < 0)
    return pipeError(Path);
  const scope_exit CloseReadEnd([&] { close(ReadEnd); });
  const int WriteEnd = open(Path.c_str(), O_WRONLY | O_CLOEXEC);
  if (WriteEnd < 0)
    return pipeError(Path);
  fcntl(ReadEnd, F_SETFL, 0);

  SmallVector<char, 0> Bytes;
  Error ReadResult = Error::success();
  std::thread Reader([&] {
    const ErrorAsOutParameter Settable(ReadResult);
    ReadResult = sys::fs::readNativeFileToEOF(ReadEnd, Bytes);
  });
  Error WriteResult = Write();
  // The last writer: now the reader comes to the end.
  close(WriteEnd);
  Reader.join();
  if (Error E = joinErrors(std::move(WriteResult), std::move(ReadResult)))
    return std::move(E);
  return Bytes;
}

} // namespace w2n
