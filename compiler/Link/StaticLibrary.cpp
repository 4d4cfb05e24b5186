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
  return make_error<InternalError>("cannot make a static library: " + toString(std::move(E)));
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

  std::vector<std::string> Names;
  for (size_t I = 0; I < Objects.size(); ++I)
    Names.push_back((Name + (I == 0 ? "" : "." + Twine(I)) + ".o").str());
  std::vector<NewArchiveMember> Members;
  for (const auto &[Bytes, MemberName] : zip_equal(Objects, Names))
    Members.emplace_back(MemoryBufferRef(StringRef(Bytes.data(), Bytes.size()), MemberName));
  if (Error E = addMembers(**Runtime, Members))
    return internal(std::move(E));
  auto Archive = writeArchiveToBuffer(
      Members, SymtabWritingMode::NormalSymtab,
      Target.Format == ObjectFormat::ELF ? object::Archive::K_GNU : object::Archive::K_DARWIN,
      /*Deterministic=*/true, /*Thin=*/false);
  if (!Archive)
    return internal(Archive.takeError());
  return ImageBytes((*Archive)->getBufferStart(), (*Archive)->getBufferEnd());
}

} // namespace w2n
