//===- ObjectCache.cpp - A folder of what was compiled before --------------===//

#include "Cache/ObjectCache.h"

#include "Support/Error.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>
#include <unistd.h>

using namespace llvm;

namespace w2n {

/// What LLVM's pruning takes for an entry begins so.
static constexpr StringLiteral Prefix = "llvmcache-";
static constexpr StringLiteral TemporarySuffix = ".tmp";

/// Whether nobody but this user, and root, can have written what Status is of.
static bool isPrivate(const sys::fs::file_status &Status) {
  return Status.getUser() == geteuid() &&
         !(Status.permissions() & (sys::fs::group_write | sys::fs::others_write));
}

static std::string pathIn(StringRef Folder, const Twine &Name) {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

static std::string entryPath(StringRef Folder, const CacheKey &Key) {
  return pathIn(Folder, Prefix + toHex(Key, /*LowerCase=*/true));
}

/// What an entry begins with. The key is in it, so that no entry passes for another.
static CacheKey checksum(const CacheKey &Key, StringRef Content) {
  SHA256 Hash;
  Hash.update(Key);
  Hash.update(Content);
  return Hash.final();
}

/// Calls Visit with the path of each entry, and of each temporary file where Suffix is theirs.
static void forEachFile(StringRef Folder, StringRef Suffix, function_ref<void(StringRef)> Visit) {
  std::error_code Code;
  for (sys::fs::directory_iterator File(Folder, Code), End; File != End && !Code;
       File.increment(Code))
    if (const StringRef Name = sys::path::filename(File->path());
        Name.starts_with(Prefix) && Name.ends_with(Suffix))
      Visit(File->path());
}

/// Removes the temporary files of processes that are no more: those that nobody has locked.
static void removeStale(StringRef Folder) {
  forEachFile(Folder, TemporarySuffix, [](StringRef Path) {
    int FD = -1;
    if (sys::fs::openFileForReadWrite(Path, FD, sys::fs::CD_OpenExisting, sys::fs::OF_None))
      return;
    if (!sys::fs::tryLockFile(FD))
      std::ignore = sys::fs::remove(Path);
    ::close(FD);
  });
}

Expected<ObjectCache> ObjectCache::open(StringRef Directory, uint64_t MaximumSize) {
  const std::string Folder = pathIn(Directory, "objects");
  if (const std::error_code Code =
          sys::fs::create_directories(Folder, /*IgnoreExisting=*/true, sys::fs::owner_all))
    return cannot("create", Folder, Code);
  sys::fs::file_status Status;
  if (const std::error_code Code = sys::fs::status(Folder, Status, /*follow=*/false))
    return cannot("use", Folder, Code);
  if (!sys::fs::is_directory(Status))
    return inputError("cannot use '" + Folder + "': not a directory");
  if (!isPrivate(Status))
    return inputError("cannot use '" + Folder + "': others than this user may write to it");
  return ObjectCache(Folder, MaximumSize);
}

std::optional<SmallVector<char, 0>> ObjectCache::find(const CacheKey &Key) const {
  const std::string Path = entryPath(Folder, Key);
  // Opening what is no file, a pipe for one, might never end.
  if (!sys::fs::is_regular_file(Path))
    return std::nullopt;
  int FD = -1;
  if (sys::fs::openFileForRead(Path, FD))
    return std::nullopt;
  const scope_exit Close([&] { ::close(FD); });

  sys::fs::file_status Status;
  if (sys::fs::status(FD, Status) || !isPrivate(Status))
    return std::nullopt;
  // A volatile file is the kind that MemoryBuffer copies.
  auto Buffer = MemoryBuffer::getOpenFile(sys::fs::convertFDToNativeFile(FD), Path,
                                          Status.getSize(), /*RequiresNullTerminator=*/false,
                                          /*IsVolatile=*/true);
  if (!Buffer)
    return std::nullopt;
  const StringRef Entry = (*Buffer)->getBuffer();
  const StringRef Content = Entry.drop_front(std::min(Entry.size(), sizeof(CacheKey)));
  if (!Entry.starts_with(toStringRef(checksum(Key, Content)))) {
    std::ignore = sys::fs::remove(Path);
    return std::nullopt;
  }
  // Many systems don't note every time that a file is read.
  std::ignore = sys::fs::setLastAccessAndModificationTime(FD, std::chrono::system_clock::now());
  return SmallVector<char, 0>(Content.begin(), Content.end());
}

Error ObjectCache::store(const CacheKey &Key, ArrayRef<char> Content) const {
  removeStale(Folder);
  const std::string Model = pathIn(Folder, Prefix + "%%%%%%%%%%%%" + TemporarySuffix);
  auto Temporary = sys::fs::TempFile::create(Model, sys::fs::owner_read | sys::fs::owner_write);
  if (!Temporary)
    return cannot("write to", Folder, errorToErrorCode(Temporary.takeError()));
  // Held until the file is closed, also by the end of this process.
  std::error_code Code = sys::fs::tryLockFile(Temporary->FD);
  if (!Code) {
    raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false, /*unbuffered=*/true);
    const StringRef Bytes(Content.data(), Content.size());
    OS << toStringRef(checksum(Key, Bytes)) << Bytes;
    Code = OS.error();
    OS.clear_error();
  }
  if (Code) {
    consumeError(Temporary->discard());
    return cannot("write to", Folder, Code);
  }
  if (Error E = Temporary->keep(entryPath(Folder, Key)))
    return cannot("write to", Folder, errorToErrorCode(std::move(E)));

  CachePruningPolicy Policy;
  Policy.Interval = std::chrono::seconds(0);
  Policy.Expiration = std::chrono::seconds(0);
  Policy.MaxSizeBytes = MaximumSize;
  pruneCache(Folder, Policy);
  return Error::success();
}

CacheStatistics ObjectCache::statistics() const {
  CacheStatistics Result;
  forEachFile(Folder, "", [&](StringRef Path) {
    uint64_t Size = 0;
    if (Path.ends_with(TemporarySuffix) || sys::fs::file_size(Path, Size))
      return;
    ++Result.Entries;
    Result.Size += Size;
  });
  return Result;
}

Error ObjectCache::clear() const {
  removeStale(Folder);
  Error Result = Error::success();
  forEachFile(Folder, "", [&](StringRef Path) {
    if (Path.ends_with(TemporarySuffix) || Result)
      return;
    if (const std::error_code Code = sys::fs::remove(Path))
      Result = joinErrors(std::move(Result), cannot("remove", Path, Code));
  });
  return Result;
}

} // namespace w2n
