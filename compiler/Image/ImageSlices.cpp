//===- ImageSlices.cpp - The images in a Mach-O file -----------------------===//

#include "Image/ImageSlices.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/MachO.h"
#include "llvm/Object/MachOUniversal.h"
#include "llvm/Object/MachOUniversalWriter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using object::MachOUniversalBinary;

namespace w2n {

using Entry = MachOUniversalBinary::ObjectForArch;

static Error internal(Error E) {
  return make_error<InternalError>("cannot make a universal file: " + toString(std::move(E)));
}

/// Files over Images, which they must not outlive.
static Expected<std::vector<std::unique_ptr<object::MachOObjectFile>>>
openImages(ArrayRef<SmallVector<char, 0>> Images) {
  std::vector<std::unique_ptr<object::MachOObjectFile>> Files;
  for (const SmallVector<char, 0> &Image : Images) {
    auto File = object::ObjectFile::createMachOObjectFile(
        MemoryBufferRef(StringRef(Image.data(), Image.size()), "image"));
    if (!File)
      return internal(File.takeError());
    Files.push_back(std::move(*File));
  }
  return Files;
}

static Error checkEntry(const Entry &Slice) {
  auto File = Slice.getAsObjectFile();
  if (!File)
    return inputErrorAt(Slice.getOffset(), toString(File.takeError()));
  const auto &Header = (*File)->getHeader();
  if (Header.cputype != Slice.getCPUType() || Header.cpusubtype != Slice.getCPUSubType())
    return inputErrorAt(Slice.getOffset(), "an image is not for the CPU it is listed for");
  // Some tools align to the largest pages of all of Apple's CPUs.
  constexpr uint32_t LargestPageLog2 = 14;
  const uint32_t Alignment = Slice.getAlign();
  if (Alignment != LargestPageLog2 && Alignment != object::Slice(**File).getP2Alignment())
    return inputErrorAt(Slice.getOffset(), "an image is not aligned to pages of its CPU");
  return Error::success();
}

/// What precedes an image and belongs to none is covered by no signature.
static Error checkPadding(ArrayRef<uint8_t> Bytes, uint64_t Begin, uint64_t End) {
  for (uint64_t Offset = Begin; Offset < End; ++Offset)
    if (Bytes[Offset] != 0)
      return inputErrorAt(Offset, "a byte between two images is not zero");
  return Error::success();
}

static bool is64(const MachOUniversalBinary &File) {
  return File.getMagic() == MachO::FAT_MAGIC_64;
}

static Expected<std::unique_ptr<MachOUniversalBinary>> openUniversal(ArrayRef<uint8_t> Bytes) {
  auto File = MachOUniversalBinary::create(MemoryBufferRef(toStringRef(Bytes), ""));
  if (!File)
    return inputError(toString(File.takeError()));
  return std::move(*File);
}

/// Checks the images, which LLVM has found to lie in the file and not to overlap.
static Expected<std::vector<ImageSlice>> slicesOf(const MachOUniversalBinary &File,
                                                  ArrayRef<uint8_t> Bytes) {
  std::vector<ImageSlice> Result;
  for (const Entry &Slice : File.objects()) {
    if (Error E = checkEntry(Slice))
      return std::move(E);
    Result.push_back({Slice.getOffset(), Bytes.slice(Slice.getOffset(), Slice.getSize())});
  }
  sort(Result, [](const ImageSlice &A, const ImageSlice &B) { return A.Offset < B.Offset; });

  uint64_t End = sizeof(MachO::fat_header) +
                 uint64_t(File.getNumberOfObjects()) *
                     (is64(File) ? sizeof(MachO::fat_arch_64) : sizeof(MachO::fat_arch));
  for (const ImageSlice &Slice : Result) {
    if (Error E = checkPadding(Bytes, End, Slice.Offset))
      return std::move(E);
    End = Slice.Offset + Slice.Bytes.size();
  }
  if (Error E = checkPadding(Bytes, End, Bytes.size()))
    return std::move(E);
  return Result;
}

static bool isUniversal(ArrayRef<uint8_t> Bytes) {
  return identify_magic(toStringRef(Bytes)) == file_magic::macho_universal_binary;
}

Expected<std::vector<ImageSlice>> readSlices(ArrayRef<uint8_t> Bytes) {
  if (!isUniversal(Bytes))
    return std::vector<ImageSlice>{{0, Bytes}};
  auto File = openUniversal(Bytes);
  if (!File)
    return File.takeError();
  return slicesOf(**File, Bytes);
}

Expected<SmallVector<char, 0>> editImages(ArrayRef<uint8_t> Bytes, ImageEdit Edit) {
  if (!isUniversal(Bytes))
    return Edit(Bytes);
  auto File = openUniversal(Bytes);
  if (!File)
    return File.takeError();
  if (Error E = slicesOf(**File, Bytes).takeError())
    return std::move(E);

  std::vector<SmallVector<char, 0>> Edited;
  for (const Entry &Slice : (*File)->objects()) {
    auto Image = Edit(Bytes.slice(Slice.getOffset(), Slice.getSize()));
    if (!Image)
      return placedAt(Slice.getOffset(), Image.takeError());
    Edited.push_back(std::move(*Image));
  }
  auto Files = openImages(Edited);
  if (!Files)
    return Files.takeError();
  std::vector<object::Slice> Slices;
  for (const Entry &Slice : (*File)->objects())
    Slices.emplace_back(*(*Files)[Slices.size()], Slice.getAlign());
  SmallVector<char, 0> Result;
  raw_svector_ostream OS(Result);
  if (Error E = object::writeUniversalBinaryToStream(
          Slices, OS,
          is64(**File) ? object::FatHeaderType::Fat64Header : object::FatHeaderType::FatHeader))
    return internal(std::move(E));
  return Result;
}

} // namespace w2n
