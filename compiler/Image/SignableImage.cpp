//===- SignableImage.cpp - What a signature depends on in a Mach-O image ---===//

#include "Image/SignableImage.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/MachOUniversalWriter.h"

using namespace llvm;
using object::MachOObjectFile;

namespace w2n {

using LoadCommand = MachOObjectFile::LoadCommandInfo;

template <size_t Size> static StringRef fixedName(const char (&Name)[Size]) {
  return StringRef(Name, strnlen(Name, Size));
}

bool SignableImage::isExecutable() const { return File->getHeader().filetype == MachO::MH_EXECUTE; }

uint64_t SignableImage::commandsEnd() const {
  return (is64Bit() ? sizeof(MachO::mach_header_64) : sizeof(MachO::mach_header)) +
         File->getHeader().sizeofcmds;
}

unsigned SignableImage::pageSizeLog2() const { return object::Slice(*File).getP2Alignment(); }

std::string SignableImage::architecture() const { return object::Slice(*File).getArchString(); }

/// Adds a section of 32 or 64 bits.
template <typename SectionT>
static void readSection(const SectionT &Section, SignableImage &Image) {
  const uint32_t Type = Section.flags & MachO::SECTION_TYPE;
  const bool IsZeroFill = Type == MachO::S_ZEROFILL || Type == MachO::S_GB_ZEROFILL ||
                          Type == MachO::S_THREAD_LOCAL_ZEROFILL;
  if (IsZeroFill || Section.size == 0)
    return;
  Image.CommandsLimit = std::min<uint64_t>(Image.CommandsLimit, Section.offset);
  const bool IsInside =
      Section.offset <= Image.Bytes.size() && Section.size <= Image.Bytes.size() - Section.offset;
  if (IsInside && fixedName(Section.segname) == "__TEXT" &&
      fixedName(Section.sectname) == "__info_plist")
    Image.InfoPlist = Image.Bytes.slice(Section.offset, Section.size);
}

template <typename SegmentT>
static void readSegment(const SegmentT &Segment, uint64_t Command, SignableImage &Image) {
  Image.Segments.push_back({fixedName(Segment.segname).str(), Command, Segment.vmaddr,
                            Segment.vmsize, Segment.fileoff, Segment.filesize});
  if (Segment.fileoff != 0 && Segment.filesize != 0)
    Image.CommandsLimit = std::min<uint64_t>(Image.CommandsLimit, Segment.fileoff);
}

static void readCommand(const LoadCommand &Command, SignableImage &Image) {
  const MachOObjectFile &File = *Image.File;
  const uint64_t Offset = reinterpret_cast<const uint8_t *>(Command.Ptr) - Image.Bytes.data();
  switch (Command.C.cmd) {
  case MachO::LC_SEGMENT: {
    const MachO::segment_command Segment = File.getSegmentLoadCommand(Command);
    readSegment(Segment, Offset, Image);
    for (uint32_t I = 0; I < Segment.nsects; ++I)
      readSection(File.getSection(Command, I), Image);
    break;
  }
  case MachO::LC_SEGMENT_64: {
    const MachO::segment_command_64 Segment = File.getSegment64LoadCommand(Command);
    readSegment(Segment, Offset, Image);
    for (uint32_t I = 0; I < Segment.nsects; ++I)
      readSection(File.getSection64(Command, I), Image);
    break;
  }
  case MachO::LC_BUILD_VERSION:
    Image.SDKVersion = File.getBuildVersionLoadCommand(Command).sdk;
    break;
  case MachO::LC_VERSION_MIN_MACOSX:
  case MachO::LC_VERSION_MIN_IPHONEOS:
  case MachO::LC_VERSION_MIN_TVOS:
  case MachO::LC_VERSION_MIN_WATCHOS:
    Image.SDKVersion = File.getVersionMinLoadCommand(Command).sdk;
    break;
  case MachO::LC_CODE_SIGNATURE:
    Image.Signature = File.getLinkeditDataLoadCommand(Command);
    Image.SignatureCommand = Offset;
    break;
  default:
    break;
  }
}

static Error findSegment(StringRef Name, const SignableImage &Image, ImageSegment &Result) {
  const auto Found =
      find_if(Image.Segments, [&](const ImageSegment &Segment) { return Segment.Name == Name; });
  if (Found == Image.Segments.end())
    return inputError("the image has no segment " + Name);
  Result = *Found;
  return Error::success();
}

/// Where the signature has to be, which is what makes it cover everything else.
static Error checkPosition(const SignableImage &Image) {
  const ImageSegment &LinkEdit = Image.LinkEdit;
  const uint64_t End = LinkEdit.FileOffset + LinkEdit.FileSize;
  if (LinkEdit.FileOffset > Image.Bytes.size() ||
      LinkEdit.FileSize > Image.Bytes.size() - LinkEdit.FileOffset)
    return inputErrorAt(LinkEdit.Command, "__LINKEDIT is not inside the image");
  if (Image.Signature) {
    const uint64_t Begin = Image.Signature->dataoff;
    if (Begin < LinkEdit.FileOffset)
      return inputErrorAt(Image.SignatureCommand, "the signature is not in __LINKEDIT");
    if (Begin + Image.Signature->datasize != End)
      return inputErrorAt(Image.SignatureCommand,
                          "the signature is not the last thing in __LINKEDIT");
  }
  if (End != Image.Bytes.size())
    return inputErrorAt(End, "__LINKEDIT is not the last thing in the image");
  return Error::success();
}

Expected<SignableImage> readSignableImage(ArrayRef<uint8_t> Bytes) {
  switch (identify_magic(toStringRef(Bytes))) {
  case file_magic::macho_executable:
  case file_magic::macho_fixed_virtual_memory_shared_lib:
  case file_magic::macho_preload_executable:
  case file_magic::macho_dynamically_linked_shared_lib:
  case file_magic::macho_dynamic_linker:
  case file_magic::macho_bundle:
  case file_magic::macho_kext_bundle:
    break;
  case file_magic::macho_object:
    return inputError("an object file has no signature: what it is linked into has one");
  case file_magic::macho_dynamically_linked_shared_lib_stub:
  case file_magic::macho_dsym_companion:
    return inputError("a Mach-O file without code has no signature");
  default:
    return inputError("not a Mach-O file that can be signed");
  }
  auto File = object::ObjectFile::createMachOObjectFile(MemoryBufferRef(toStringRef(Bytes), ""));
  if (!File)
    return inputError(toString(File.takeError()));
  if (!(*File)->isLittleEndian())
    return inputError("a big-endian Mach-O file has no signature");
  SignableImage Image;
  Image.Bytes = Bytes;
  Image.File = std::move(*File);
  Image.CommandsLimit = Bytes.size();
  for (const LoadCommand &Command : Image.File->load_commands())
    readCommand(Command, Image);
  if (Error E = findSegment("__TEXT", Image, Image.Text))
    return std::move(E);
  if (Error E = findSegment("__LINKEDIT", Image, Image.LinkEdit))
    return std::move(E);
  if (Error E = checkPosition(Image))
    return std::move(E);
  return Image;
}

} // namespace w2n
