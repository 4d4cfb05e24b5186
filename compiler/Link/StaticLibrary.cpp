//===- StaticLibrary.cpp - A module and the runtime in one archive ---------===//

#include "Link/Link.h"
#include "Link/LinkPlan.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ArchiveWriter.h"

using namespace llvm;

namespace w2n {

static Error internal(Error E) {
  return make_error<InternalError>("cannot make an archive: " + toString(std::move(E)));
}

/// The members of an archive, which Members then refer to.
static Error addMembers(const object::Archive &Archive, std::vector<NewArchiveMember> &Members) {
  Error Problem = Error::success();
  for (const object::Archive::Child &Child : Archive.children(Problem)) {
    auto Member = NewArchiveMember::getOldMember(Child, /*Deterministic=*/true);
    if (!Member)
      return joinErrors(std::move(Problem), Member.takeError());
    Members.push_back(std::move(*Member));
  }
  return Problem;
}

/// Names for as many objects of a module.
static std::vector<std::string> memberNames(StringRef Name, size_t Count) {
  std::vector<std::string> Result;
  Result.reserve(Count);
  for (size_t I = 0; I < Count; ++I)
    Result.push_back((Name + (I == 0 ? "" : "." + Twine(I)) + ".o").str());
  return Result;
}

/// An archive of Objects, and of More behind them.
static Expected<ImageBytes> writeMembers(ArrayRef<ArrayRef<char>> Objects, const TargetSpec &Target,
                                         StringRef Name, std::vector<NewArchiveMember> More) {
  const std::vector<std::string> Names = memberNames(Name, Objects.size());
  std::vector<NewArchiveMember> Members;
  for (const auto &[Bytes, MemberName] : zip_equal(Objects, Names))
    Members.emplace_back(MemoryBufferRef(StringRef(Bytes.data(), Bytes.size()), MemberName));
  std::move(More.begin(), More.end(), std::back_inserter(Members));
  auto Archive = writeArchiveToBuffer(
      Members, SymtabWritingMode::NormalSymtab,
      Target.Format == ObjectFormat::ELF ? object::Archive::K_GNU : object::Archive::K_DARWIN,
      /*Deterministic=*/true, /*Thin=*/false);
  if (!Archive)
    return internal(Archive.takeError());
  return ImageBytes((*Archive)->getBufferStart(), (*Archive)->getBufferEnd());
}

Expected<ImageBytes> makeObjectArchive(ArrayRef<ArrayRef<char>> Objects, const TargetSpec &Target,
                                       StringRef Name) {
  return writeMembers(Objects, Target, Name, {});
}

Expected<ImageBytes> makeStaticLibrary(ArrayRef<ArrayRef<char>> Objects, const TargetSpec &Target,
                                       StringRef Name, const LinkOptions &Options) {
  auto Path = runtimeFile(Target, Options, Options.RuntimeArchive);
  if (!Path)
    return Path.takeError();
  auto Buffer = MemoryBuffer::getFile(*Path);
  if (!Buffer)
    return cannot("read", *Path, Buffer.getError());
  auto Runtime = object::Archive::create((*Buffer)->getMemBufferRef());
  if (!Runtime)
    return internal(Runtime.takeError());
  std::vector<NewArchiveMember> Members;
  if (Error E = addMembers(**Runtime, Members))
    return internal(std::move(E));
  return writeMembers(Objects, Target, Name, std::move(Members));
}

} // namespace w2n
