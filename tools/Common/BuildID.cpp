//===- BuildID.cpp - Which build of the compiler is running ----------------===//

#include "Common/BuildID.h"

#include "Support/Error.h"

#include "llvm-c/Core.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/BuildID.h"
#include "llvm/Object/MachO.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/SHA256.h"

#include <dlfcn.h>

using namespace llvm;

namespace w2n {

/// What the linker put into Image, if anything.
static ArrayRef<uint8_t> linkersID(MemoryBufferRef Image) {
  auto File = object::ObjectFile::createObjectFile(Image);
  if (!File) {
    consumeError(File.takeError());
    return {};
  }
  if (const auto *MachO = dyn_cast<object::MachOObjectFile>(File->get()))
    return MachO->getUuid();
  return object::getBuildID(File->get());
}

static Expected<std::string> fileID(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return cannot("read", Path, Buffer.getError());
  if (const ArrayRef<uint8_t> ID = linkersID(**Buffer); !ID.empty())
    return toStringRef(ID).str();
  return toStringRef(SHA256::hash(arrayRefFromStringRef((*Buffer)->getBuffer()))).str();
}

Expected<std::string> buildID(const char *Argument0) {
  void *const AddressInProgram = reinterpret_cast<void *>(&buildID);
  auto Program = fileID(sys::fs::getMainExecutable(Argument0, AddressInProgram));
  if (!Program)
    return Program;
  Dl_info Own, Library;
  if (!dladdr(AddressInProgram, &Own) ||
      !dladdr(reinterpret_cast<void *>(&LLVMGetVersion), &Library) ||
      Own.dli_fbase == Library.dli_fbase)
    return Program;
  auto LLVM = fileID(Library.dli_fname);
  if (!LLVM)
    return LLVM;
  return *Program + *LLVM;
}

} // namespace w2n
