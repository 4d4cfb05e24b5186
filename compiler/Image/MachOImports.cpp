//===- MachOImports.cpp - What a Mach-O image asks the system for ----------===//
//
// An import list is closed: everything the program may ever ask dyld for stands in
// libSystem.def. Two of these, mmap and mprotect, take a protection, and no list of
// names can tell with which. What can be said of executable memory is therefore this:
// no function is imported whose purpose is making it, aliasing memory, or loading or
// starting other code; and whether the kernel refuses the rest, which it does under the
// hardened runtime without the entitlements that lift it.
//
//===----------------------------------------------------------------------===//

#include "Image/AuditChecks.h"
#include "Image/MachOView.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace w2n {

namespace {
struct LibSystemRow {
  StringRef Arm64;
  StringRef X86_64;
};

constexpr LibSystemRow LibSystemRows[] = {
#define W2N_LIBSYSTEM(ARM64, X86_64) {ARM64, X86_64},
#include "platform/libSystem.def"
};

/// Functions that make executable memory or a second view of memory, or that load or
/// start other code; by the start of their names.
constexpr StringRef ExecutableMemoryPrefixes[] = {
    "_NSCreateObjectFileImage",
    "_NSLinkModule",
    "_dlopen",
    "_dlsym",
    "_execv",
    "_fork",
    "_mach_vm_",
    "_mach_make_memory_entry",
    "_posix_spawn",
    "_pthread_jit_",
    "_shm_open",
    "_shmat",
    "_sys_icache_invalidate",
    "_system",
    "_vfork",
    "_vm_",
};

/// What a program of ours consists of; LC_DYLD_INFO, LC_DYLD_ENVIRONMENT and LC_UNIXTHREAD are ways
/// round the checks here.
constexpr uint32_t AllowedCommands[] = {
    MachO::LC_SEGMENT_64,
    MachO::LC_DYLD_CHAINED_FIXUPS,
    MachO::LC_DYLD_EXPORTS_TRIE,
    MachO::LC_SYMTAB,
    MachO::LC_DYSYMTAB,
    MachO::LC_LOAD_DYLINKER,
    MachO::LC_UUID,
    MachO::LC_BUILD_VERSION,
    MachO::LC_VERSION_MIN_MACOSX,
    MachO::LC_SOURCE_VERSION,
    MachO::LC_MAIN,
    MachO::LC_ID_DYLIB,
    MachO::LC_LOAD_DYLIB,
    // Where it points is checked by itself.
    MachO::LC_RPATH,
    MachO::LC_FUNCTION_STARTS,
    MachO::LC_DATA_IN_CODE,
    // Of iOS, where the App Store encrypts what it gives out.
    MachO::LC_ENCRYPTION_INFO_64,
    MachO::LC_CODE_SIGNATURE,
};
} // namespace

static std::string commandName(uint32_t Command) {
  switch (Command) {
#define HANDLE_LOAD_COMMAND(NAME, VALUE, STRUCT)                                                   \
  case MachO::NAME:                                                                                \
    return #NAME;
#include "llvm/BinaryFormat/MachO.def"
  default:
    return "load command 0x" + utohexstr(Command, /*LowerCase=*/true);
  }
}

AuditCheck checkLoadCommands(const MachOView &View) {
  std::vector<std::string> Problems;
  for (const uint32_t Command : View.Commands)
    if (!is_contained(AllowedCommands, Command))
      Problems.push_back(commandName(Command) + " is not allowed");
  const uint32_t Needed = View.isLibrary() ? MachO::LC_ID_DYLIB : MachO::LC_MAIN;
  // A bundle has neither a name nor a beginning.
  if (View.Header.filetype != MachO::MH_BUNDLE && !is_contained(View.Commands, Needed))
    Problems.push_back(commandName(Needed) + " is missing");
  if (View.ClassicRelocations != 0)
    Problems.push_back("there are relocations outside the chained fixups");
  return checkNone("load-commands-allowed", Problems,
                   Twine(View.Commands.size()) + " load commands");
}

AuditCheck checkLibraries(const MachOView &View) {
  constexpr StringRef LibSystem = "/usr/lib/libSystem.B.dylib";
  constexpr StringRef Dyld = "/usr/lib/dyld";
  std::vector<std::string> Problems;
  for (const std::string &Library : View.Libraries)
    if (Library != LibSystem)
      Problems.push_back("loads " + Library);
  for (const std::string &Loader : View.Loaders)
    if (Loader != Dyld)
      Problems.push_back("is loaded by " + Loader);
  return checkNone("libraries-allowed", Problems, "libSystem alone");
}

/// Why whoever can write to a run path's folder could choose libraries; empty if nobody else can.
static StringRef runPathRisk(StringRef Path) {
  // How far up an extension inside of an app is from what they share.
  constexpr int DeepestNesting = 4;
  const bool InBundle =
      Path.consume_front("@loader_path") || Path.consume_front("@executable_path");
  if (!Path.empty() && !Path.starts_with("/"))
    return "is relative to the folder that the program is started in";
  int Depth = 0;
  int Lowest = 0;
  SmallVector<StringRef> Parts;
  Path.split(Parts, '/', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (const StringRef Part : Parts) {
    Depth += Part == ".." ? -1 : Part == "." ? 0 : 1;
    Lowest = std::min(Lowest, Depth);
  }
  if (InBundle)
    return Lowest < -DeepestNesting ? "leads out of any bundle" : "";
  const bool IsSystem = Path.starts_with("/usr/lib/") || Path == "/usr/lib" ||
                        Path.starts_with("/System/") || Path == "/System";
  if (IsSystem && !is_contained(Parts, ".."))
    return "";
  return "is outside of the system and of the program's bundle";
}

AuditCheck checkRunPaths(const MachOView &View) {
  std::vector<std::string> Problems;
  for (const std::string &Path : View.RunPaths)
    if (const StringRef Risk = runPathRisk(Path); !Risk.empty())
      Problems.push_back(("LC_RPATH '" + Path + "' " + Risk).str());
  return checkNone("run-paths-protected", Problems,
                   View.RunPaths.empty() ? "no LC_RPATH"
                                         : Twine("LC_RPATH is ") + join(View.RunPaths, ", "));
}

static bool isAllowed(StringRef Symbol, const MachOView &View) {
  // The simulator has the names of the devices.
  const bool LikeArm64 =
      View.Header.cputype == MachO::CPU_TYPE_ARM64 || View.Platform == MachO::PLATFORM_IOSSIMULATOR;
  return any_of(LibSystemRows, [&](const LibSystemRow &Row) {
    return Symbol == (LikeArm64 ? Row.Arm64 : Row.X86_64);
  });
}

static AuditCheck checkExecutableMemory(const StringSet<> &Imports, bool Hardened) {
  std::vector<std::string> Problems;
  for (const auto &Import : Imports)
    for (const StringRef Prefix : ExecutableMemoryPrefixes)
      if (Import.getKey().starts_with(Prefix))
        Problems.push_back("imports " + Import.getKey().str());
  sort(Problems);
  const bool TakesProtection = Imports.contains("_mmap") || Imports.contains("_mprotect");
  return checkNone("no-import-for-executable-memory", Problems,
                   !TakesProtection ? "none that could make any"
                   : Hardened       ? "mmap and mprotect, whose use for it the kernel refuses"
                                    : "mmap and mprotect, whose use for it the kernel refuses only "
                                      "under the hardened runtime, which is off");
}

std::vector<AuditCheck> checkImports(const MachOView &View, bool Hardened) {
  StringSet<> Imports;
  std::vector<std::string> Problems;
  for (const auto &[Symbol, LibraryOrdinal] : View.Fixups.Imports) {
    if (Imports.insert(Symbol).second && !isAllowed(Symbol, View))
      Problems.push_back("imports " + Symbol.str());
    if (LibraryOrdinal < 1 || size_t(LibraryOrdinal) > View.Libraries.size())
      Problems.push_back("looks for " + Symbol.str() + " in no particular library");
  }
  return {checkNone("imports-allowed", Problems, Twine(Imports.size()) + " imported"),
          checkExecutableMemory(Imports, Hardened)};
}

} // namespace w2n
