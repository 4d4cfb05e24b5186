//===- Universal.cpp - Several Mach-O images in one file -------------------===//

#include "Image/Universal.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/MachO.h"
#include "llvm/Object/MachOUniversalWriter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

namespace {
/// What the slices of a universal file refer to.
struct Inputs {
  std::vector<std::unique_ptr<object::MachOObjectFile>> Files;
  std::vector<std::unique_ptr<object::Archive>> Archives;
};
} // namespace

static Error internal(Error E) {
  return make_error<InternalError>("cannot make a universal file: " + toString(std::move(E)));
}

static Expected<object::Slice> makeSlice(ArrayRef<char> Image, Inputs &Owners) {
  const MemoryBufferRef Buffer(StringRef(Image.data(), Image.size()), "image");
  if (identify_magic(Buffer.getBuffer()) == file_magic::archive) {
    auto Archive = object::Archive::create(Buffer);
    if (!Archive)
      return Archive.takeError();
    Owners.Archives.push_back(std::move(*Archive));
    return object::Slice::create(*Owners.Archives.back());
  }
  auto File = object::ObjectFile::createMachOObjectFile(Buffer);
  if (!File)
    return File.takeError();
  Owners.Files.push_back(std::move(*File));
  return object::Slice(*Owners.Files.back());
}

Expected<SmallVector<char, 0>> makeUniversal(ArrayRef<ArrayRef<char>> Images) {
  Inputs Owners;
  std::vector<object::Slice> Slices;
  for (const ArrayRef<char> Image : Images) {
    auto Slice = makeSlice(Image, Owners);
    if (!Slice)
      return internal(Slice.takeError());
    Slices.push_back(std::move(*Slice));
  }
  sort(Slices);
  for (size_t I = 1; I < Slices.size(); ++I)
    if (Slices[I - 1].getCPUID() == Slices[I].getCPUID())
      return internal(createStringError("two images for " + Slices[I].getArchString()));

  SmallVector<char, 0> Result;
  raw_svector_ostream OS(Result);
  if (Error E = object::writeUniversalBinaryToStream(Slices, OS))
    return internal(std::move(E));
  return Result;
}

} // namespace w2n
