//===- Universal.cpp - Several Mach-O images in one file -------------------===//

#include "Image/Universal.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/MachO.h"
#include "llvm/Object/MachOUniversalWriter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

static Error internal(Error E) {
  return make_error<InternalError>("cannot make a universal file: " + toString(std::move(E)));
}

Expected<SmallVector<char, 0>> makeUniversal(ArrayRef<ArrayRef<char>> Images) {
  std::vector<std::unique_ptr<object::MachOObjectFile>> Files;
  std::vector<object::Slice> Slices;
  for (const ArrayRef<char> Image : Images) {
    auto File = object::ObjectFile::createMachOObjectFile(
        MemoryBufferRef(StringRef(Image.data(), Image.size()), "image"));
    if (!File)
      return internal(File.takeError());
    Slices.emplace_back(**File);
    Files.push_back(std::move(*File));
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
