//===- Link.cpp - From objects to an image, in-process ---------------------===//

#include "Link/Link.h"
#include "Link/LinkPlan.h"
#include "Link/OutputPipe.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

static std::string joined(StringRef Directory, const Twine &Name) {
  SmallString<128> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static Error writeObject(const std::string &Path, ArrayRef<char> Bytes) {
  std::error_code Code;
  raw_fd_ostream OS(Path, Code, sys::fs::CD_CreateNew);
  if (Code)
    return cannot("write", Path, Code);
  OS.write(Bytes.data(), Bytes.size());
  OS.close();
  Code = OS.error();
  OS.clear_error();
  return Code ? cannot("write", Path, Code) : Error::success();
}

Expected<std::string> runtimeFile(const TargetSpec &Target, const LinkOptions &Options,
                                  StringRef Name) {
  std::string Path = joined(joined(Options.RuntimeDirectory, Target.Name), Name);
  if (const std::error_code Code = sys::fs::access(Path, sys::fs::AccessMode::Exist))
    return make_error<InternalError>("cannot read the runtime for " + Target.Name + " '" + Path +
                                     "': " + Code.message());
  return Path;
}

/// Writes the archive of Objects to where its path in Directory ends in the one that debuggers
/// find it at, since the linker can write but an end of a path into the image.
static Error writeDebugArchive(StringRef Directory, ArrayRef<ArrayRef<char>> Objects,
                               const TargetSpec &Target, const LinkOptions &Options,
                               LinkFiles &Files) {
  SmallString<128> Root;
  if (const std::error_code Code = sys::fs::real_path(Directory, Root))
    return cannot("read", Directory, Code);
  sys::path::append(Root, "debug");
  Files.DebugArchive = joined(Root, Options.DebugArchive);
  const bool IsAbsolute = sys::path::is_absolute(Options.DebugArchive);
  Files.DebugRoot = (Root + (IsAbsolute ? "" : "/")).str();
  const StringRef Parent = sys::path::parent_path(Files.DebugArchive);
  if (const std::error_code Code = sys::fs::create_directories(Parent))
    return cannot("create", Parent, Code);
  if (const std::error_code Code = sys::fs::create_directories(Root))
    return cannot("create", Root, Code);
  auto Archive = makeObjectArchive(Objects, Target, sys::path::stem(Options.OutputName));
  if (!Archive)
    return Archive.takeError();
  return writeObject(Files.DebugArchive, *Archive);
}

/// Links in Directory, which is empty and ours. The output gets a folder of its own,
/// for it may have any name, that of an object too.
static Expected<ImageBytes> linkIn(StringRef Directory, ArrayRef<ArrayRef<char>> Objects,
                                   const TargetSpec &Target, const LinkOptions &Options,
                                   LinkFiles Files) {
  if (!Options.DebugArchive.empty()) {
    if (Error E = writeDebugArchive(Directory, Objects, Target, Options, Files))
      return std::move(E);
  } else {
    for (const auto &[Index, Bytes] : enumerate(Objects)) {
      Files.Objects.push_back(joined(Directory, Twine(Index) + ".o"));
      if (Error E = writeObject(Files.Objects.back(), Bytes))
        return std::move(E);
    }
  }
  const std::string OutputDirectory = joined(Directory, "output");
  if (const std::error_code Code = sys::fs::create_directory(OutputDirectory))
    return cannot("create", OutputDirectory, Code);
  Files.Output = joined(OutputDirectory, sys::path::filename(Options.OutputName));

  const LinkPlan Plan = Target.Format == ObjectFormat::ELF ? planElf(Target, Files, Options)
                                                           : planMachO(Target, Files, Options);
  return readPipe(Files.Output, [&] { return runLld(Plan, Directory); });
}

Expected<ImageBytes> link(ArrayRef<ArrayRef<char>> Objects, const TargetSpec &Target,
                          const LinkOptions &Options) {
  LinkFiles Files;
  if (Options.Kind != ImageKind::Object)
    if (Error E =
            runtimeFile(Target, Options, Options.RuntimeArchive).moveInto(Files.RuntimeArchive))
      return std::move(E);
  if (Target.Format == ObjectFormat::MachO)
    if (Error E = runtimeFile(Target, Options, "libSystem.tbd").moveInto(Files.SystemStub))
      return std::move(E);

  auto Directory = TemporaryDirectory::create();
  if (!Directory)
    return Directory.takeError();
  return linkIn(Directory->path(), Objects, Target, Options, std::move(Files));
}

} // namespace w2n
