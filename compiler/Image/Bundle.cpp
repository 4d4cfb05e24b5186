//===- Bundle.cpp - The files beside an image that its signature seals -----===//

#include "Image/Bundle.h"
#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n {

/// The file that goes with a slot, in a bundle whose executable is at Path: App.app/Contents/MacOS/
/// on macOS, directly in App.app/ on other systems, and Versions/A/ of a framework.
static std::optional<std::string> findFile(uint32_t Slot, StringRef Path) {
  SmallString<128> Base(Path);
  if (sys::fs::make_absolute(Base))
    return std::nullopt;
  sys::path::remove_filename(Base);
  if (sys::path::filename(Base) == "MacOS")
    sys::path::remove_filename(Base);
  const StringRef Names[] = {"Info.plist", "Resources/Info.plist", "_CodeSignature/CodeResources"};
  const auto OfSlot =
      Slot == MachO::CSSLOT_INFOSLOT ? ArrayRef(Names).take_front(2) : ArrayRef(Names).take_back(1);
  for (const StringRef Name : OfSlot) {
    SmallString<128> File(Base);
    sys::path::append(File, Name);
    if (sys::fs::exists(File))
      return std::string(File);
  }
  return std::nullopt;
}

static Error checkFile(const CodeSignature &Signature, uint32_t Slot, StringRef File) {
  auto Buffer = readFile(File);
  if (!Buffer)
    return Buffer.takeError();
  const ArrayRef<uint8_t> Content = arrayRefFromStringRef((*Buffer)->getBuffer());
  for (const CodeDirectory &Directory : Signature.Directories)
    if (Slot <= Directory.specialSlots() &&
        Directory.specialHash(Slot) != ArrayRef<uint8_t>(Directory.hash(Content)))
      return inputError("'" + File + "' does not match its hash in the signature");
  return Error::success();
}

Error checkBundle(CodeSignature &Signature, StringRef Path) {
  if (Path.empty())
    return Error::success();
  SmallVector<uint32_t, 2> Missing;
  for (const uint32_t Slot : Signature.ExternalSlots) {
    const std::optional<std::string> File = findFile(Slot, Path);
    if (!File)
      Missing.push_back(Slot);
    else if (Error E = checkFile(Signature, Slot, *File))
      return E;
  }
  Signature.ExternalSlots = Missing;
  return Error::success();
}

} // namespace w2n
