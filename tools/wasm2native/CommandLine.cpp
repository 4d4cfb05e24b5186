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

namespace {
/// Shows options as they are mostly written: --name=VALUE, -n VALUE.
class HelpFormatter : public CLI::Formatter {
public:
  HelpFormatter() { column_width(34); }

private:
  std::string make_usage(const CLI::App *, std::string Name) const override {
    return "Usage: " + Name + " [OPTION...] INPUT\n" +
           "INPUT is a module, .wasm or .wat; - is standard input.\n";
  }
  std::string make_positionals(const CLI::App *) const override { return ""; }
  std::string make_option_name(const CLI::Option *Opt, bool) const override {
    // CLI11 has no other way to say that the value of a flag is optional.
    if (Opt->check_lname("inherit-env"))
      return "--inherit-env[=NAME,...]";
    return Opt->get_name(false, true);
  }
  std::string make_option_opts(const CLI::Option *Opt) const override {
    if (Opt->get_type_name().empty())
      return "";
    return (Opt->get_lnames().empty() ? " " : "=") + Opt->get_type_name();
  }
};
} // namespace

/// An option that may be given again, with one value each time.
static CLI::Option *addList(CLI::App &App, const std::string &Name,
                            std::vector<std::string> &Values, const std::string &Help) {
  return App.add_option(Name, Values, Help)->expected(1)->allow_extra_args(false)->take_all();
}

static void addOutputOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Output";
  App.add_option("INPUT", Line.Inputs, "");
  App.add_option("-o", Line.Output,
                 "Where it goes, - for standard output; default: the input's\n"
                 "name with the extension of the kind, in this directory")
      ->type_name("FILE")
      ->group(Group);
  App.add_option("--emit", Line.Emit,
                 "exe (default), obj, asm, llvm-ir, llvm-bc, header, or info:\n"
                 "what the module says of the tools that made it")
      ->type_name("KIND")
      ->group(Group);
  App.add_flag("-c", Line.CompileOnly, "The same as --emit=obj")->group(Group);
  addList(App, "--target", Line.Targets,
          "What to compile for; default: this machine. Several Apple\n"
          "targets give a universal file. See --print-targets")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->group(Group);
  App.add_option("--sign", Line.Sign, "How to sign Mach-O executables: adhoc (default), none")
      ->type_name("HOW")
      ->group(Group);
}

static void addCodeOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Code";
  App.add_option("-O", Line.OptimizationLevel, "How much to optimize: 0, 1, 2 (default), 3, s")
      ->type_name("LEVEL")
      ->group(Group);
  App.add_option("--cpu", Line.CPU,
                 "The oldest CPU that must run the code, native for this one;\n"
                 "default: the one that --print-targets shows")
      ->type_name("NAME")
      ->group(Group);
  App.add_option("--cpu-features", Line.CPUFeatures,
                 "What the CPU has beyond that, and lacks: +avx2,-bmi")
      ->type_name("LIST")
      ->group(Group);
  App.add_option("--bounds", Line.Bounds,
                 "How accesses are kept inside linear memory: by guard pages\n"
                 "(guard) or comparisons (explicit); default: the target's")
      ->type_name("HOW")
      ->group(Group);
  App.add_flag("--precise-traps", Line.PreciseTraps,
               "Keep accesses to linear memory in the order of the module,\n"
               "for hosts that look at the memory after a trap")
      ->group(Group);
  App.add_flag("--deterministic", Line.Deterministic,
               "The same results on every machine: canonical NaNs, and one\n"
               "meaning of relaxed vector instructions")
      ->group(Group);
  App.add_option("--placement", Line.Placement,
                 "program (one instance) or library (any number); default:\n"
                 "program for exe, library for all else")
      ->type_name("WHAT")
      ->group(Group);
  addList(App, "--enable", Line.EnabledFeatures,
          "Accept modules that use a feature. See --print-features")
      ->type_name("FEATURE,...")
      ->delimiter(',')
      ->group(Group);
  addList(App, "--disable", Line.DisabledFeatures, "Refuse modules that use a feature")
      ->type_name("FEATURE,...")
      ->delimiter(',')
      ->group(Group);
}

static void addProgramOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "What a program does and may do, fixed when it is compiled";
  App.add_option("--invoke", Line.Invoke,
                 "Call this export with arguments from the program's command\n"
                 "line and print the results, in place of _start")
      ->type_name("EXPORT")
      ->group(Group);
  addList(App, "--dir", Line.Directories, "The directory HOST, as GUEST; with :ro only for reading")
      ->type_name("HOST[::GUEST][:ro]")
      ->group(Group);
  addList(App, "--env", Line.Environment, "An environment variable, whatever the host's are")
      ->type_name("NAME=VALUE")
      ->group(Group);
  App.add_flag("--inherit-env{}", Line.InheritedEnvironment,
               "The host's environment, or only these variables of it")
      ->group(Group);
  App.add_option("--arg0", Line.Argument0, "What it sees as the name it was started by")
      ->type_name("NAME")
      ->group(Group);
  App.add_flag("--runtime-dirs", Line.RuntimeDirectories,
               "It takes --dir=HOST[::GUEST] ... -- before its own arguments")
      ->group(Group);
}

static void addOtherOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Other";
  App.add_option("-j", Line.Threads, "Use at most this many threads")->type_name("N")->group(Group);
  App.add_flag("--time-report", Line.TimeReport, "Print what each stage took")->group(Group);
  App.add_flag("-v", Line.Verbose, "Print what is being done")->group(Group);
  App.add_flag("--print-targets", Line.PrintTargets, "Print all targets")->group(Group);
  App.add_flag("--print-features", Line.PrintFeatures, "Print the features of WebAssembly")
      ->group(Group);
  App.add_flag("--print-limits", Line.PrintLimits, "Print the largest modules that are accepted")
      ->group(Group);
  App.add_flag("--version", Line.PrintVersion, "Print the version")->group(Group);
  App.set_help_flag("-h,--help", "Print this text")->group(Group);
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
  App.formatter(std::make_shared<HelpFormatter>());
  addOutputOptions(App, Line);
  addCodeOptions(App, Line);
  addProgramOptions(App, Line);
  addOtherOptions(App, Line);

  try {
    std::vector<std::string> Reversed(Arguments.begin(), Arguments.end());
    std::reverse(Reversed.begin(), Reversed.end());
    App.parse(std::move(Reversed));
  } catch (const CLI::CallForHelp &) {
    // The formatter ends each group with one empty line too many.
    const std::string Help = CLI::detail::find_and_replace(App.help(), "\n\n\n", "\n\n");
    Line.Help = llvm::StringRef(Help).rtrim().str() + "\n";
    return Line;
  } catch (const CLI::ArgumentMismatch &Problem) {
    return inputError("option '" + llvm::StringRef(Problem.what()).split(':').first +
                      "' needs a value");
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
