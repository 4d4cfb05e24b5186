//===- CommandLine.h - The words of the command line -----------------------===//

#ifndef W2N_TOOLS_WASM2NATIVE_COMMANDLINE_H
#define W2N_TOOLS_WASM2NATIVE_COMMANDLINE_H

#include "ProfileLine.h"
#include "SigningLine.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace w2n {

/// The options as they were written; makeOptions() judges them. What was not given is
/// empty or nothing.
struct CommandLine {
  std::vector<std::string> Inputs;
  std::optional<std::string> Output;
  std::optional<std::string> Emit;
  bool CompileOnly = false;
  std::vector<std::string> Targets;
  std::string CPU;
  std::string CPUFeatures;
  std::string OptimizationLevel = "2";
  std::string Bounds;
  bool Debug = false;
  bool PreciseTraps = false;
  bool Deterministic = false;
  std::string Placement;
  std::vector<std::string> EnabledFeatures;
  std::vector<std::string> DisabledFeatures;

  std::optional<std::string> Invoke;
  std::vector<std::string> Directories;
  std::vector<std::string> Environment;
  /// Names; an empty one stands for the whole environment.
  std::vector<std::string> InheritedEnvironment;
  std::optional<std::string> Argument0;
  bool RuntimeDirectories = false;
  std::vector<std::string> Listeners;
  bool NoClock = false;
  bool NoRandom = false;

  bool WriteDependencies = false;
  std::optional<std::string> DependencyFile;
  std::string InstallName;
  std::string CurrentVersion;
  std::string CompatibilityVersion;

  ProfileLine Profile;
  SigningLine Signing;
  std::optional<std::string> CacheDirectory;
  std::string CacheSize;
  bool NoCache = false;
  std::string Threads;
  std::string PartSize;
  bool TimeReport = false;
  bool Verbose = false;

  bool PrintVersion = false;
  bool PrintTargets = false;
  bool PrintFeatures = false;
  bool PrintLimits = false;
  /// The text of --help, where that was asked for.
  std::optional<std::string> Help;
};

/// The options of `wasm2native inspect`.
struct InspectLine {
  std::vector<std::string> Inputs;
  bool JSON = false;
  /// The text of --help, where that was asked for.
  std::optional<std::string> Help;
};

/// Reads the arguments, without the name of the program. The InputError says which one
/// is unknown, lacks its value, or belongs to what is not supported yet.
llvm::Expected<CommandLine> parseCommandLine(llvm::ArrayRef<const char *> Arguments);

/// The same for the arguments that follow "inspect".
llvm::Expected<InspectLine> parseInspectLine(llvm::ArrayRef<const char *> Arguments);

} // namespace w2n

#endif // W2N_TOOLS_WASM2NATIVE_COMMANDLINE_H
