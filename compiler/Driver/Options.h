//===- Options.h - What one compilation is asked to do ---------------------===//

#ifndef W2N_DRIVER_OPTIONS_H
#define W2N_DRIVER_OPTIONS_H

#include "Codegen/Codegen.h"
#include "Image/Sign.h"
#include "Image/SignWithTool.h"
#include "Lower/Lower.h"
#include "Target/TargetSpec.h"
#include "Wasm/Features.h"

#include "llvm/Support/VersionTuple.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// The wall of the pipeline at which the output is taken.
enum class EmitKind {
  Executable,
  StaticLibrary,
  DynamicLibrary,
  XCFramework,
  Object,
  Assembly,
  LLVMIR,
  LLVMBitcode,
  Header,
  ModuleMap
};

/// Whether the output is an image, which is linked and can be signed.
constexpr bool isImage(EmitKind Emit) {
  return Emit == EmitKind::Executable || Emit == EmitKind::DynamicLibrary;
}

/// Whether the output has the runtime in it.
constexpr bool hasRuntime(EmitKind Emit) {
  return isImage(Emit) || Emit == EmitKind::StaticLibrary || Emit == EmitKind::XCFramework;
}

/// What a dynamic library says of itself; see LinkOptions.
struct DynamicLibraryOptions {
  std::string InstallName;
  llvm::VersionTuple CurrentVersion;
  llvm::VersionTuple CompatibilityVersion;
};

/// How executables are signed; not at all, or as the linker does, where there is nothing here.
struct SigningPlan {
  std::optional<SignOptions> AdHoc;
  /// Signs the finished file.
  std::optional<SigningTool> Tool;
};

struct Options {
  /// A module in the binary or the text format; "-" is standard input.
  std::string Input;
  /// "-" is standard output.
  std::string Output;
  /// Where to write of which files Output is made, as a rule for make; empty for nowhere.
  std::string DependencyFile;
  EmitKind Emit = EmitKind::Executable;
  /// At least one. Several are for one platform of Mach-O and become one universal file, which
  /// only images, objects and static libraries can be; or an XCFramework, for any number of
  /// platforms.
  std::vector<TargetSpec> Targets;
  /// Profile and Levels are set by the pipeline.
  CodegenOptions Codegen;
  /// Profiles of earlier runs, which code is made by.
  std::vector<std::string> ProfileFiles;
  /// What a module may use.
  Features Enabled = Features::supported();
  /// Bounds, CPUFeatures and HigherCPUs are set for each target by the pipeline, and what is about
  /// profiles.
  LowerOptions Lower;
  /// Nothing is the target's default.
  std::optional<BoundsMode> Bounds;
  DynamicLibraryOptions DynamicLibrary;
  /// Whether images are signed where the target's rule asks for it.
  bool Sign = true;
  /// What takes the place of the signature that the linker makes.
  SigningPlan Signing;
  /// Make native debug information. That of a Mach-O image stays in an archive of its objects
  /// beside it, called after it and the CPU, since that is where Apple's tools look for it.
  bool Debug = false;
  /// The folder that holds one folder of runtime archives per target.
  std::string RuntimeDirectory;
};

} // namespace w2n

#endif // W2N_DRIVER_OPTIONS_H
