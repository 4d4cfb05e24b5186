//===- MachOView.cpp - The parts of a Mach-O image that are audited --------===//

#include "Image/MachOView.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/TextAPI/Platform.h"

using namespace llvm;
using object::MachOObjectFile;

namespace w2n {

using LoadCommand = MachOObjectFile::LoadCommandInfo;

std::string platformName(uint32_t Platform) {
  if (Platform == MachO::PLATFORM_UNKNOWN)
    return "";
  switch (Platform) {
#define PLATFORM(NAME, ID, ...)                                                                    \
  case ID:                                                                                         \
    return getPlatformName(static_cast<MachO::PlatformType>(ID)).str();
#include "llvm/BinaryFormat/MachO.def"
  default:
    return "platform " + std::to_string(Platform);
  }
}

VersionTuple unpackVersion(uint32_t Version) {
  if (Version == 0)
    return {};
  const unsigned Patch = Version & 0xff;
  const unsigned Minor = (Version >> 8) & 0xff;
  return Patch == 0 ? VersionTuple(Version >> 16, Minor)
                    : VersionTuple(Version >> 16, Minor, Patch);
}

StringRef segmentName(const MachO::segment_command_64 &Segment) {
  return StringRef(Segment.segname, strnlen(Segment.segname, sizeof(Segment.segname)));
}

const MachO::segment_command_64 *MachOView::findSegment(StringRef Name) const {
  const auto Found = find_if(Segments, [&](const MachO::segment_command_64 &Segment) {
    return segmentName(Segment) == Name;
  });
  return Found == Segments.end() ? nullptr : &*Found;
}

/// The string of a load command that starts Offset bytes into it.
static std::string commandString(const LoadCommand &Command, uint32_t Offset) {
  if (Offset >= Command.C.cmdsize)
    return "";
  const char *Start = Command.Ptr + Offset;
  return std::string(Start, strnlen(Start, Command.C.cmdsize - Offset));
}

// LLVM has checked, when it opened the file, that each command is as large as its kind
// demands and that what it refers to lies in the file.
static Error readCommand(const LoadCommand &Command, MachOView &View) {
  const MachOObjectFile &File = *View.File;
  View.Commands.push_back(Command.C.cmd);
  switch (Command.C.cmd) {
  case MachO::LC_SEGMENT_64:
    View.Segments.push_back(File.getSegment64LoadCommand(Command));
    break;
  case MachO::LC_LOAD_DYLIB:
  case MachO::LC_LOAD_WEAK_DYLIB:
  case MachO::LC_REEXPORT_DYLIB:
  case MachO::LC_LAZY_LOAD_DYLIB:
  case MachO::LC_LOAD_UPWARD_DYLIB:
    View.Libraries.push_back(
        commandString(Command, File.getDylibIDLoadCommand(Command).dylib.name));
    break;
  case MachO::LC_LOAD_DYLINKER:
    View.Loaders.push_back(commandString(Command, File.getDylinkerCommand(Command).name));
    break;
  case MachO::LC_RPATH:
    View.RunPaths.push_back(commandString(Command, File.getRpathCommand(Command).path));
    break;
  case MachO::LC_BUILD_VERSION: {
    const MachO::build_version_command Version = File.getBuildVersionLoadCommand(Command);
    View.Platform = Version.platform;
    View.MinimumOS = Version.minos;
    View.SDK = Version.sdk;
    break;
  }
  case MachO::LC_VERSION_MIN_MACOSX: {
    const MachO::version_min_command Version = File.getVersionMinLoadCommand(Command);
    View.Platform = MachO::PLATFORM_MACOS;
    View.MinimumOS = Version.version;
    View.SDK = Version.sdk;
    break;
  }
  case MachO::LC_ENCRYPTION_INFO_64:
    if (File.getEncryptionInfoCommand64(Command).cryptid != 0)
      return inputError("the file is encrypted");
    break;
  case MachO::LC_DYSYMTAB: {
    const MachO::dysymtab_command Symbols = File.getDysymtabLoadCommand();
    View.ClassicRelocations = uint64_t(Symbols.nextrel) + Symbols.nlocrel;
    break;
  }
  case MachO::LC_DYLD_CHAINED_FIXUPS: {
    const MachO::linkedit_data_command Data = File.getLinkeditDataLoadCommand(Command);
    if (Data.dataoff > View.Bytes.size() || Data.datasize > View.Bytes.size() - Data.dataoff)
      return inputError("the chained fixups lie outside the file");
    return readChainedFixups(View.Bytes.slice(Data.dataoff, Data.datasize)).moveInto(View.Fixups);
  }
  case MachO::LC_CODE_SIGNATURE:
    View.Signature = File.getLinkeditDataLoadCommand(Command);
    break;
  default:
    break;
  }
  return Error::success();
}

Expected<MachOView> readMachO(ArrayRef<uint8_t> Bytes) {
  auto File = object::ObjectFile::createMachOObjectFile(MemoryBufferRef(toStringRef(Bytes), ""));
  if (!File)
    return inputError(toString(File.takeError()));
  if (!(*File)->is64Bit() || !(*File)->isLittleEndian())
    return inputError("only 64-bit little-endian Mach-O files can be audited");
  MachOView View;
  View.Bytes = Bytes;
  View.File = std::move(*File);
  View.Header = View.File->getHeader64();
  if (!is_contained({MachO::MH_EXECUTE, MachO::MH_DYLIB, MachO::MH_BUNDLE}, View.Header.filetype))
    return inputError("not an executable, dynamic library or bundle: the file type is " +
                      Twine(View.Header.filetype));
  for (const LoadCommand &Command : View.File->load_commands())
    if (Error E = readCommand(Command, View))
      return std::move(E);
  return View;
}

} // namespace w2n
