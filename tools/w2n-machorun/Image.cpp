//===- Image.cpp - A Mach-O image that was checked as macOS checks it ------===//

#include "Image.h"

#include "Image/MachOSignature.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/MachOUniversal.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace w2n::machorun {

using LoadCommand = object::MachOObjectFile::LoadCommandInfo;

char KilledError::ID = 0;

/// The bytes of the image for a CPU.
static Expected<ArrayRef<uint8_t>> chooseSlice(ArrayRef<uint8_t> Bytes, StringRef CPU) {
  const MemoryBufferRef Buffer(toStringRef(Bytes), "");
  if (identify_magic(Buffer.getBuffer()) != file_magic::macho_universal_binary) {
    auto File = object::ObjectFile::createMachOObjectFile(Buffer);
    if (!File)
      return inputError(toString(File.takeError()));
    if ((*File)->getArchTriple().getArchName() != CPU)
      return inputError("the image is not for " + CPU);
    return Bytes;
  }
  auto File = object::MachOUniversalBinary::create(Buffer);
  if (!File)
    return inputError(toString(File.takeError()));
  for (const auto &Slice : (*File)->objects())
    if (Slice.getArchFlagName() == CPU)
      return Bytes.slice(Slice.getOffset(), Slice.getSize());
  return inputError("the file has no image for " + CPU);
}

static Error checkSignature(const MachOView &View, StringRef CPU) {
  // Only on arm64 does macOS run nothing that is unsigned.
  if (!View.Signature && CPU == "x86_64")
    return Error::success();
  if (View.Signature) {
    auto Signature =
        readCodeSignature(View.Bytes.slice(View.Signature->dataoff, View.Signature->datasize));
    if (!Signature)
      return inputError("signature: " + toString(Signature.takeError()));
    if (Error E = checkPages(*Signature, View.Bytes))
      return make_error<KilledError>("signature: " + toString(std::move(E)));
  }
  for (const AuditCheck &Check : auditSignature(View, {}).Checks)
    if (Check.Result == Verdict::Fail)
      return inputError(Check.Name + ": " + Check.Detail);
  return Error::success();
}

static Error checkView(const MachOView &View) {
  constexpr uint32_t WriteExecute = MachO::VM_PROT_WRITE | MachO::VM_PROT_EXECUTE;
  for (const MachO::segment_command_64 &Segment : View.Segments)
    if (((Segment.initprot | Segment.maxprot) & WriteExecute) == WriteExecute)
      return inputError("segment " + segmentName(Segment) + " is writable and executable");
  if (View.Header.filetype == MachO::MH_EXECUTE && !(View.Header.flags & MachO::MH_PIE))
    return inputError("the program is not position-independent");
  if (View.ClassicRelocations != 0)
    return inputError("relocations outside the chained fixups are not modelled");
  if (!View.findSegment("__TEXT"))
    return inputError("there is no segment __TEXT");
  return Error::success();
}

/// The string that starts Offset bytes into a load command.
static std::string stringOf(const LoadCommand &Command, uint32_t Offset) {
  const StringRef Bytes(Command.Ptr, Command.C.cmdsize);
  return Bytes.drop_front(std::min<size_t>(Offset, Bytes.size())).split('\0').first.str();
}

static Error readCommand(const LoadCommand &Command, Image &Result) {
  const object::MachOObjectFile &File = *Result.View.File;
  const uint32_t Kind = Command.C.cmd;
  switch (Kind) {
  case MachO::LC_LOAD_DYLIB:
  case MachO::LC_LOAD_WEAK_DYLIB:
  case MachO::LC_REEXPORT_DYLIB:
  case MachO::LC_LOAD_UPWARD_DYLIB: {
    const MachO::dylib Library = File.getDylibIDLoadCommand(Command).dylib;
    Result.Libraries.push_back({stringOf(Command, Library.name), Library.compatibility_version,
                                Kind == MachO::LC_LOAD_WEAK_DYLIB, Kind == MachO::LC_REEXPORT_DYLIB,
                                Kind == MachO::LC_LOAD_UPWARD_DYLIB});
    break;
  }
  case MachO::LC_ID_DYLIB: {
    const MachO::dylib Library = File.getDylibIDLoadCommand(Command).dylib;
    Result.InstallName = stringOf(Command, Library.name);
    Result.CompatibilityVersion = Library.compatibility_version;
    break;
  }
  case MachO::LC_RPATH:
    Result.RunPaths.push_back(stringOf(Command, File.getRpathCommand(Command).path));
    break;
  case MachO::LC_BUILD_VERSION:
    Result.Platform = File.getBuildVersionLoadCommand(Command).platform;
    break;
  case MachO::LC_LAZY_LOAD_DYLIB:
  case MachO::LC_DYLD_INFO_ONLY:
  case MachO::LC_UNIXTHREAD:
    return inputError("a load command is not modelled: 0x" + utohexstr(Kind));
  default:
    break;
  }
  return Error::success();
}

static Error readExports(Image &Result) {
  Error Damage = Error::success();
  for (const object::ExportEntry &Entry : Result.View.File->exports(Damage))
    Result.Exports[Entry.name()] = {Entry.flags(), Entry.address(), Entry.other(),
                                    Entry.otherName().str()};
  return Damage ? inputError(toString(std::move(Damage))) : Error::success();
}

Expected<Image> readImage(StringRef Path, StringRef CPU) {
  auto File = readFile(Path);
  if (!File)
    return File.takeError();
  auto Bytes = chooseSlice(arrayRefFromStringRef((*File)->getBuffer()), CPU);
  if (!Bytes)
    return Bytes.takeError();
  auto View = readMachO(*Bytes);
  if (!View)
    return View.takeError();
  if (Error E = checkSignature(*View, CPU))
    return std::move(E);
  if (Error E = checkView(*View))
    return std::move(E);
  Image Result;
  SmallString<256> RealPath;
  if (const std::error_code Code = sys::fs::real_path(Path, RealPath))
    return cannot("find", Path, Code);
  Result.Path = RealPath.str().str();
  Result.File = std::move(*File);
  Result.View = std::move(*View);
  Result.Base = Result.View.findSegment("__TEXT")->vmaddr;
  for (const LoadCommand &Command : Result.View.File->load_commands())
    if (Error E = readCommand(Command, Result))
      return std::move(E);
  if (Error E = readExports(Result))
    return std::move(E);
  return Result;
}

} // namespace w2n::machorun
