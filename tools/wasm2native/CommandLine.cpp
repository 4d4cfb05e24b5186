//===- CommandLine.cpp - The words of the command line ---------------------===//
//
// The only user of CLI11, whose exceptions end here.
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"

#include "Support/Error.h"

#include "llvm/ADT/StringRef.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace w2n {

namespace {

/// An option of the agreed command line that there is no code for yet.
struct LaterOption {
  const char *Name;
  bool HasValue;
};

constexpr LaterOption LaterOptions[] = {
    {"-g", false},
    {"--entitlements", true},
    {"--identifier", true},
    {"--cache-dir", true},
    {"--no-cache", false},
    {"--hardened-runtime", false},
    {"-M", /*D and F*/ true},
};

} // namespace

/// An option that may be given again, with one value each time.
static CLI::Option *addList(CLI::App &App, const std::string &Name,
                            std::vector<std::string> &Values, const std::string &Help) {
  return App.add_option(Name, Values, Help)->expected(1)->allow_extra_args(false)->take_all();
}

static void addOutputOptions(CLI::App &App, CommandLine &Line) {
  App.add_option("INPUT", Line.Inputs, "A module: .wasm or .wat, or - for standard input");
  App.add_option("-o", Line.Output,
                 "The output, or - for standard output; default: the input's name without "
                 "its extension, with that of the kind")
      ->type_name("FILE")
      ->group("Output");
  App.add_option("--emit", Line.Emit, "exe (default), obj, asm, llvm-ir, llvm-bc or header")
      ->type_name("KIND")
      ->group("Output");
  App.add_flag("-c", Line.CompileOnly, "The same as --emit=obj")->group("Output");
  addList(App, "--target", Line.Targets,
          "What to compile for; default: this machine. Several Apple targets, separated by "
          "commas, give a universal file")
      ->type_name("NAME")
      ->delimiter(',')
      ->group("Output");
  App.add_option("--sign", Line.Sign, "adhoc (default) or none; only Mach-O executables are signed")
      ->type_name("HOW")
      ->group("Output");
}

static void addCodeOptions(CLI::App &App, CommandLine &Line) {
  App.add_option("-O", Line.OptimizationLevel, "How much to optimize: 0, 1, 2 (default), 3 or s")
      ->type_name("LEVEL")
      ->group("Code");
  App.add_option("--cpu", Line.CPU,
                 "The oldest CPU that must run the code; native: this one; default: see "
                 "--print-targets")
      ->type_name("NAME")
      ->group("Code");
  App.add_option("--cpu-features", Line.CPUFeatures,
                 "Features added to the CPU's or taken away: +avx2,-bmi")
      ->type_name("LIST")
      ->group("Code");
  App.add_option("--bounds", Line.Bounds,
                 "How accesses are kept inside linear memory: guard (guard pages) or explicit "
                 "(comparisons); default: the target's")
      ->type_name("HOW")
      ->group("Code");
  App.add_flag("--precise-traps", Line.PreciseTraps,
               "Keep every access to linear memory in the module's order, for hosts that "
               "look at the memory after a trap")
      ->group("Code");
  App.add_option("--placement", Line.Placement,
                 "program (one instance, in globals) or library (any number); default: program "
                 "for exe, else library")
      ->type_name("WHERE")
      ->group("Code");
  addList(App, "--enable", Line.EnabledFeatures, "Let modules use a feature; see --print-features")
      ->type_name("FEATURE")
      ->delimiter(',')
      ->group("Code");
  addList(App, "--disable", Line.DisabledFeatures, "Refuse modules that use a feature")
      ->type_name("FEATURE")
      ->delimiter(',')
      ->group("Code");
}

static void addProgramOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "What a program does and may do, fixed when it is compiled";
  App.add_option("--invoke", Line.Invoke,
                 "Call this export, with arguments from the program's command line, and print "
                 "its results")
      ->type_name("EXPORT")
      ->group(Group);
  addList(App, "--dir", Line.Directories,
          "Let it use the directory HOST, which it sees as GUEST; :ro only for reading")
      ->type_name("HOST[::GUEST][:ro]")
      ->group(Group);
  addList(App, "--env", Line.Environment, "Set an environment variable")
      ->type_name("NAME=VALUE")
      ->group(Group);
  App.add_flag("--inherit-env{}", Line.InheritedEnvironment,
               "Take over these environment variables when it starts, or all: "
               "--inherit-env[=NAME,...]")
      ->group(Group);
  App.add_option("--arg0", Line.Argument0, "What it sees as the name it was started by")
      ->type_name("NAME")
      ->group(Group);
  App.add_flag("--runtime-dirs", Line.RuntimeDirectories,
               "It takes --dir=HOST[::GUEST] ... -- before its own arguments")
      ->group(Group);
}

static void addOtherOptions(CLI::App &App, CommandLine &Line) {
  App.add_option("-j", Line.Threads, "Use at most this many threads")->type_name("N");
  App.add_flag("--time-report", Line.TimeReport, "Print what each stage took");
  App.add_flag("-v", Line.Verbose, "Print what is being done");
  App.add_flag("--print-targets", Line.PrintTargets, "Print all targets and exit");
  App.add_flag("--print-features", Line.PrintFeatures,
               "Print the features of WebAssembly and exit");
  App.add_flag("--version", Line.PrintVersion, "Print the version and exit");
  App.set_help_flag("-h,--help", "Print this text and exit");
  for (const LaterOption &Later : LaterOptions) {
    auto *const Hidden = Later.HasValue ? App.add_option(Later.Name) : App.add_flag(Later.Name);
    Hidden->group("");
  }
}

/// An error if an option that is not supported yet was given.
static llvm::Error checkLaterOptions(const CLI::App &App) {
  for (const LaterOption &Later : LaterOptions) {
    const CLI::Option *const Given = App.get_option(Later.Name);
    if (Given->count() == 0)
      continue;
    std::string Name = Later.Name;
    // -MD and -MF are read as -M with a value.
    if (Name == "-M")
      Name += Given->results().front().substr(0, 1);
    return inputError("option '" + Name + "' is not supported yet");
  }
  return llvm::Error::success();
}

/// The option that was probably meant, or an empty string.
static std::string nearestOption(const CLI::App &App, llvm::StringRef Unknown) {
  std::string Nearest;
  unsigned Least = 3;
  for (const CLI::Option *const Known : App.get_options())
    for (const std::string &Name : Known->get_lnames()) {
      const unsigned Distance = Unknown.edit_distance("--" + Name, true, Least);
      if (Distance >= Least)
        continue;
      Least = Distance;
      Nearest = "--" + Name;
    }
  return Nearest;
}

static llvm::Error unknownOption(const CLI::App &App, const std::string &Argument) {
  const llvm::StringRef Name = llvm::StringRef(Argument).split('=').first;
  const std::string Nearest = nearestOption(App, Name);
  return inputError("unknown option '" + Name + "'" +
                    (Nearest.empty() ? "" : "; did you mean '" + Nearest + "'?"));
}

llvm::Expected<CommandLine> parseCommandLine(llvm::ArrayRef<const char *> Arguments) {
  CommandLine Line;
  CLI::App App("Compiles a WebAssembly module to native code.\n", "wasm2native");
  App.allow_extras();
  App.get_formatter()->column_width(36);
  addOutputOptions(App, Line);
  addCodeOptions(App, Line);
  addProgramOptions(App, Line);
  addOtherOptions(App, Line);

  try {
    std::vector<std::string> Reversed(Arguments.begin(), Arguments.end());
    std::reverse(Reversed.begin(), Reversed.end());
    App.parse(std::move(Reversed));
  } catch (const CLI::CallForHelp &) {
    Line.Help = App.help();
    return Line;
  } catch (const CLI::ParseError &Problem) {
    return inputError(Problem.what());
  }
  if (const std::vector<std::string> Unknown = App.remaining(); !Unknown.empty())
    return unknownOption(App, Unknown.front());
  if (llvm::Error E = checkLaterOptions(App))
    return E;
  return Line;
}

} // namespace w2n
