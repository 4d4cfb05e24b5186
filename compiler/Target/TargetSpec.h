//===- TargetSpec.h - What is known of each target -------------------------===//
//
// Targets are data: every other stage asks a row of this table, never a triple.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_TARGET_TARGETSPEC_H
#define W2N_TARGET_TARGETSPEC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/BinaryFormat/MachO.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/TargetParser/Triple.h"

#include <cstdint>

namespace w2n {

enum class ObjectFormat { ELF, MachO };

/// How linear memory accesses are kept inside their memory.
enum class BoundsMode {
  /// Reserve the whole index space and let the MMU catch what lies outside.
  Guard,
  /// Compare every address against the memory's size.
  Explicit
};

/// What the linker signs an executable with where nothing else is asked for.
enum class SigningRule { None, AdHoc };

/// Which of LLVM's target intrinsics for vectors there are.
enum class VectorISA { SSE, NEON };

/// One supported target; as a row of the table, or as a row with the MinimumOS that was asked
/// for. What the strings refer to lives as long as the process.
struct TargetSpec {
  /// The name that --target takes and --print-targets prints; also the name of the
  /// folder of its runtime archives.
  llvm::StringRef Name;
  /// The triple LLVM is given, without the version and what follows it; see triple().
  llvm::StringRef TriplePrefix;
  llvm::StringRef TripleSuffix = "";
  /// The architecture's name in lld's and Apple's tools ("x86_64", "arm64", "aarch64").
  llvm::StringRef Architecture = "";
  ObjectFormat Format = ObjectFormat::ELF;
  /// What Mach-O calls the system; PLATFORM_UNKNOWN for ELF.
  llvm::MachO::PlatformType Platform = llvm::MachO::PLATFORM_UNKNOWN;
  /// What the object format puts before a C symbol's name ("" or "_").
  llvm::StringRef SymbolPrefix = "";
  /// The largest page size the system may run with, in bytes.
  uint32_t PageSize = 4096;
  /// The CPU code is made for where --cpu does not say.
  llvm::StringRef DefaultCPU = "";
  /// The CPU whose features all machines of this target have, so that nothing needs to
  /// check for them.
  llvm::StringRef BaselineCPU = "";
  /// Whether a program checks for other features when it starts. If not, code is made
  /// without them.
  bool ChecksCPU = true;
  /// The oldest system that runs the result, and the SDK version recorded in it (empty where
  /// the format records none). The SDK is never older than the system.
  llvm::VersionTuple MinimumOS = {};
  llvm::VersionTuple SDKVersion = {};
  SigningRule Signing = SigningRule::None;
  BoundsMode DefaultBounds = BoundsMode::Guard;
  VectorISA Vectors = VectorISA::SSE;
  /// Whether LLVM's code for the minimum and maximum of floats quiets a signalling NaN.
  bool MinimumQuietsNaN = false;
  /// Other spellings that --target takes.
  llvm::ArrayRef<llvm::StringRef> Aliases = {};

  /// The triple LLVM is given.
  llvm::Triple triple() const;
};

/// All rows, in the order --print-targets shows them.
llvm::ArrayRef<const TargetSpec *> allTargets();

/// The row for a name or alias; the error lists the known names. The system in an Apple name
/// may end in a version ("arm64-apple-macos13.0", "arm64-apple-ios16.4-simulator",
/// "aarch64-apple-darwin23"), which becomes the MinimumOS; one that is older than the row's
/// is an error.
llvm::Expected<TargetSpec> findTarget(llvm::StringRef Name);

/// The row for the machine this process runs on; an error where there is none.
llvm::Expected<TargetSpec> hostTarget();

} // namespace w2n

#endif // W2N_TARGET_TARGETSPEC_H
