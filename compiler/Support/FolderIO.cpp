//===- FolderIO.cpp - Folders whole or not at all --------------------------===//

#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

Expected<std::vector<FolderEntry>> readFolder(StringRef Path) {
  std::vector<FolderEntry> Result;
  std::error_code Reason;
  for (sys::fs::recursive_directory_iterator I(Path, Reason), End; I != End && !Reason;
       I.increment(Reason)) {
    if (sys::fs::is_directory(I->path()))
      continue;
    auto Bytes = readFile(I->path());
    if (!Bytes)
      return Bytes.takeError();
    const StringRef Content = (*Bytes)->getBuffer();
    Result.push_back({StringRef(I->path()).substr(Path.size() + 1).str(),
                      SmallVector<char, 0>(Content.begin(), Content.end())});
  }
  if (Reason)
    return cannot("read", Path, Reason);
  sort(Result, [](const FolderEntry &A, const FolderEntry &B) { return A.Path < B.Path; });
  return Result;
}

static Error writeEntries(StringRef Folder, ArrayRef<FolderEntry> Entries) {
  for (const FolderEntry &Entry : Entries) {
    SmallString<128> Path(Folder);
    sys::path::append(Path, Entry.Path);
    if (const std::error_code Reason = sys::fs::create_directories(
            sys::path::parent_path(Path), /*IgnoreExisting=*/true, sys::fs::all_all))
      return cannot("write", Path, Reason);
    if (Error E = writeFileAtomically(
            Path, arrayRefFromStringRef(StringRef(Entry.Bytes.data(), Entry.Bytes.size())),
            /*Executable=*/false))
      return E;
  }
  return Error::success();
}

Error writeFolderAtomically(StringRef Path, ArrayRef<FolderEntry> Entries) {
  while (Path.size() > 1 && sys::path::is_separator(Path.back()))
    Path = Path.drop_back();
  const bool Exists = sys::fs::exists(Path);
  if (Exists && (!sys::fs::is_directory(Path) || sys::fs::is_symlink_file(Path)))
    return cannot("write", Path, std::make_error_code(std::errc::not_a_directory));
  SmallString<128> Model(sys::path::parent_path(Path));
  sys::path::append(Model, ".w2n-%%%%%%%%.tmp");
  SmallString<128> Work;
  sys::fs::createUniquePath(Model, Work, /*MakeAbsolute=*/false);
  if (const std::error_code Reason =
          sys::fs::create_directory(Work, /*IgnoreExisting=*/false, sys::fs::all_all))
    return cannot("write", Path, Reason);
  scope_exit Remove(
      [&] { [[maybe_unused]] const std::error_code Ignored = sys::fs::remove_directories(Work); });
  const std::string New = (Work + "/new").str();
  const std::string Old = (Work + "/old").str();
  if (Error E = writeEntries(New, Entries))
    return E;
  if (Exists)
    if (const std::error_code Reason = sys::fs::rename(Path, Old))
      return cannot("write", Path, Reason);
  const std::error_code Reason = sys::fs::rename(New, Path);
  if (!Reason)
    return Error::success();
  // What cannot be put back either must not be deleted.
  if (Exists && sys::fs::rename(Old, Path))
    Remove.release();
  return cannot("write", Path, Reason);
}

Expected<TemporaryDirectory> TemporaryDirectory::create() {
  SmallString<128> Path;
  if (const std::error_code Code = sys::fs::createUniqueDirectory("wasm2native", Path))
    return cannot("create the temporary directory", Path, Code);
  TemporaryDirectory Result(Path);
  if (const std::error_code Code = sys::fs::setPermissions(Path, sys::fs::owner_all))
    return cannot("make private", Path, Code);
  return Result;
}

TemporaryDirectory::~TemporaryDirectory() {
  if (!Path.empty()) [[maybe_unused]]
    const std::error_code Ignored = sys::fs::remove_directories(Path, /*IgnoreErrors=*/true);
}

} // namespace w2n
