//===- SignWithTool.cpp - Signatures with a certificate, by other tools ----===//

#include "Image/SignWithTool.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace w2n {

/// What the tool printed, in one line.
static std::string readMessage(StringRef Path) {
  auto Buffer = readFile(Path);
  if (!Buffer) {
    consumeError(Buffer.takeError());
    return "";
  }
  std::string Result;
  ListSeparator Separator("; ");
  for (const StringRef Line : split((*Buffer)->getBuffer(), '\n'))
    if (!Line.trim().empty())
      Result += (StringRef(Separator) + Line.trim()).str();
  return Result;
}

static Error runTool(const SigningTool &Tool, StringRef File, StringRef Log) {
  std::vector<StringRef> Arguments = {Tool.Program};
  Arguments.insert(Arguments.end(), Tool.Arguments.begin(), Tool.Arguments.end());
  Arguments.push_back(File);
  const std::optional<StringRef> Redirects[] = {StringRef(), Log, Log};
  std::string Problem;
  const int Status = sys::ExecuteAndWait(Tool.Program, Arguments, /*Env=*/std::nullopt, Redirects,
                                         /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Problem);
  if (Status == 0)
    return Error::success();
  const StringRef Name = sys::path::filename(Tool.Program);
  if (Status < 0)
    return inputError("cannot run " + Name + ": " + Problem);
  const std::string Message = readMessage(Log);
  return inputError(Name + " failed with status " + Twine(Status) + ": " +
                    (Message.empty() ? "it does not say why" : Message));
}

Expected<SmallVector<char, 0>> signWithTool(ArrayRef<char> File, StringRef Name,
                                            const SigningTool &Tool) {
  auto Directory = TemporaryDirectory::create();
  if (!Directory)
    return Directory.takeError();

  // The file gets a folder of its own, for it may have any name.
  SmallString<128> Path(Directory->path());
  sys::path::append(Path, "file");
  if (const std::error_code Code = sys::fs::create_directory(Path))
    return cannot("create", Path, Code);
  sys::path::append(Path, sys::path::filename(Name));
  const auto Bytes = arrayRefFromStringRef(StringRef(File.data(), File.size()));
  if (Error E = writeFileAtomically(Path, Bytes, /*Executable=*/true))
    return std::move(E);
  SmallString<128> Log(Directory->path());
  sys::path::append(Log, "log");
  if (Error E = runTool(Tool, Path, Log))
    return std::move(E);
  auto Signed = readFile(Path);
  if (!Signed)
    return Signed.takeError();
  const StringRef Content = (*Signed)->getBuffer();
  return SmallVector<char, 0>(Content.begin(), Content.end());
}

} // namespace w2n
