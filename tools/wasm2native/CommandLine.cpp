//===- CommandLine.cpp - The words of the command line ---------------------===//
//
// The only user of CLI11, whose exceptions end here.
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"

#include "Common/Parse.h"
#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"

namespace w2n {

static constexpr llvm::StringLiteral InputHelp =
    "INPUT is a module, .wasm or .wat; - is standard input.";

/// An option that may be given again, with one value each time, all of which count.
static CLI::Option *addList(CLI::App &App, const std::string &Name,
                            std::vector<std::string> &Values, const std::string &Help) {
  return App.add_option(Name, Values, Help)->expected(1)->allow_extra_args(false)->take_all();
}

static void addOutputOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Output";
  App.add_option("INPUT", Line.Inputs, "");
  addValue(App, "-o", Line.Output,
           "Where it goes, - for standard output; default: the input's\n"
           "name with the extension of the kind, in this directory")
      ->type_name("FILE")
      ->group(Group);
  addValue(App, "--emit", Line.Emit,
           "exe (default), staticlib, dylib, xcframework, obj, asm,\n"
           "llvm-ir, llvm-bc, header or modulemap")
      ->type_name("KIND")
      ->group(Group);
  App.add_flag("-c", Line.CompileOnly, "The same as --emit=obj")->group(Group);
  addList(App, "--target", Line.Targets,
          "What to compile for; default: this machine. Several Apple\n"
          "targets give a universal file. See --print-targets")
      ->type_name("NAME,...")
      ->group(Group);
  App.add_flag("--MD", Line.WriteDependencies,
               "Write what the output is made of, as a rule for make, to the\n"
               "output's name with the extension .d")
      ->group(Group);
  addValue(App, "--MF", Line.DependencyFile, "Write that rule to FILE")
      ->type_name("FILE")
      ->group(Group);
}

static void addCodeOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Code";
  addValue(App, "-O", Line.OptimizationLevel, "How much to optimize: 0, 1, 2 (default), 3, s")
      ->type_name("LEVEL")
      ->group(Group);
  App.add_flag("-g", Line.Debug,
               "Make debug information: names of functions, and offsets in\n"
               "the module as lines")
      ->group(Group);
  addValue(App, "--cpu", Line.CPU,
           "The oldest CPU that must run the code, native for this one;\n"
           "default: the one that --print-targets shows. Functions that\n"
           "gain by it are compiled for each of more CPUs, too")
      ->type_name("NAME,...")
      ->group(Group);
  addValue(App, "--cpu-features", Line.CPUFeatures,
           "What the CPU has beyond that, and lacks: +avx2,-bmi")
      ->type_name("LIST")
      ->group(Group);
  addValue(App, "--bounds", Line.Bounds,
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
  addValue(App, "--placement", Line.Placement,
           "program (one instance) or library (any number); default:\n"
           "program for exe, library for all else")
      ->type_name("WHAT")
      ->group(Group);
  addList(App, "--enable", Line.EnabledFeatures,
          "Accept modules that use a feature. See --print-features")
      ->type_name("FEATURE,...")
      ->group(Group);
  addList(App, "--disable", Line.DisabledFeatures, "Refuse modules that use a feature")
      ->type_name("FEATURE,...")
      ->group(Group);
}

static void addLibraryOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Dynamic libraries";
  addValue(App, "--install-name", Line.InstallName,
           "What programs linked with it look for: its soname, or on\n"
           "Apple's systems its install name; default: the output's name")
      ->type_name("NAME")
      ->group(Group);
  addValue(App, "--current-version", Line.CurrentVersion, "Its version, for Apple's systems")
      ->type_name("X[.Y[.Z]]")
      ->group(Group);
  addValue(App, "--compatibility-version", Line.CompatibilityVersion,
           "The oldest version that it can replace, for Apple's systems")
      ->type_name("X[.Y[.Z]]")
      ->group(Group);
}

static void addProgramOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "What a program does and may do, fixed when it is compiled";
  addValue(App, "--invoke", Line.Invoke,
           "Call this export with arguments from the program's command\n"
           "line and print the results, in place of _start")
      ->type_name("EXPORT")
      ->group(Group);
  addList(App, "--dir", Line.Directories,
          "The directory HOST, opened when it starts, as GUEST; with\n"
          ":ro only for reading")
      ->type_name("HOST[::GUEST][:ro]")
      ->group(Group);
  addList(App, "--env", Line.Environment, "An environment variable, whatever the host's are")
      ->type_name("NAME=VALUE")
      ->group(Group);
  App.add_flag("--inherit-env{}", Line.InheritedEnvironment,
               "The host's environment, or only these variables of it")
      ->type_name("NAME,...")
      ->group(Group);
  addValue(App, "--arg0", Line.Argument0, "What it sees as the name it was started by")
      ->type_name("NAME")
      ->group(Group);
  App.add_flag("--runtime-dirs", Line.RuntimeDirectories,
               "It takes --dir=HOST[::GUEST][:ro] ... -- before its own arguments")
      ->group(Group);
  addList(App, "--listen", Line.Listeners,
          "A socket that listens at IP-ADDRESS:PORT or unix:PATH, as the\n"
          "next descriptor after the directories")
      ->type_name("ADDRESS")
      ->group(Group);
  App.add_flag("--no-clock", Line.NoClock, "Reading a clock and waiting for a time are errors")
      ->group(Group);
  App.add_flag("--no-random", Line.NoRandom, "Asking for random numbers is an error")->group(Group);
}

static void addOtherOptions(CLI::App &App, CommandLine &Line) {
  const std::string Group = "Other";
  addValue(App, "-j", Line.Threads, "Use at most this many threads; default: one a processor")
      ->type_name("N")
      ->group(Group);
  addValue(App, "--part-size", Line.PartSize,
           "How many bytes of function bodies are compiled as one part; default: 262144,\n"
           "at -O0 a sixteenth of the module from 16384 to that")
      ->type_name("BYTES")
      ->group(Group);
  addValue(App, "--cache-dir", Line.CacheDirectory,
           "Where compiled code is kept to be used again; default:\n"
           "wasm2native in the user's folder of caches")
      ->type_name("DIR")
      ->group(Group);
  addValue(App, "--cache-size", Line.CacheSize,
           "The most that it may take, in bytes or with K, M, G or T;\ndefault: 1G")
      ->type_name("SIZE")
      ->group(Group);
  App.add_flag("--no-cache", Line.NoCache, "Compile anew, and keep nothing")->group(Group);
  App.add_flag("--time-report", Line.TimeReport, "Print what each stage took")->group(Group);
  App.add_flag("-v", Line.Verbose, "Print what is being done")->group(Group);
  App.add_flag("--print-targets", Line.PrintTargets, "Print all targets")->group(Group);
  App.add_flag("--print-features", Line.PrintFeatures, "Print the features of WebAssembly")
      ->group(Group);
  App.add_flag("--print-limits", Line.PrintLimits, "Print the largest modules that are accepted")
      ->group(Group);
  App.add_flag("--version", Line.PrintVersion, "Print the version")->group(Group);
  App.set_help_flag("-h,--help", "Print this text")->group(Group);
}

/// Takes lists of values apart. (CLI11's way would leave out empty parts.)
static void splitAtCommas(std::vector<std::string> &Lists) {
  std::vector<std::string> Result;
  for (const llvm::StringRef List : Lists)
    for (const llvm::StringRef Part : llvm::split(List, ','))
      Result.push_back(Part.str());
  Lists = std::move(Result);
}

llvm::Expected<CommandLine> parseCommandLine(llvm::ArrayRef<const char *> Arguments) {
  CommandLine Line;
  CLI::App App("Compiles a WebAssembly module to native code.\n", "wasm2native");
  App.formatter(std::make_shared<HelpFormatter>(
      "INPUT", InputHelp.str() + "\nwasm2native inspect tells what a module has and asks for,\n"
                                 "wasm2native cache looks after the code that is kept,\n"
                                 "wasm2native sign and verify are about Mach-O files."));
  App.footer("Exit status: 0 done; 1 the input or the options are at fault; 2 the compiler or\n"
             "its installation is.");
  addOutputOptions(App, Line);
  addCodeOptions(App, Line);
  addLibraryOptions(App, Line);
  addProfileOptions(App, Line.Profile);
  addProgramOptions(App, Line);
  addSigningOptions(App, Line.Signing);
  addOtherOptions(App, Line);

  // argv[0] may be empty, and so may the name of an export.
  auto Text = parseArguments(App, Arguments, {"--arg0", "--invoke"});
  if (!Text)
    return Text.takeError();
  if (*Text) {
    Line.Help = std::move(*Text);
    return Line;
  }
  for (std::vector<std::string> *const Lists :
       {&Line.Targets, &Line.EnabledFeatures, &Line.DisabledFeatures})
    splitAtCommas(*Lists);
  return Line;
}

llvm::Expected<InspectLine> parseInspectLine(llvm::ArrayRef<const char *> Arguments) {
  InspectLine Line;
  CLI::App App("Prints what a module has, which features it uses and what it asks for.\n",
               "wasm2native inspect");
  App.formatter(std::make_shared<HelpFormatter>("INPUT", InputHelp.str()));
  App.add_option("INPUT", Line.Inputs, "");
  App.add_flag("--json", Line.JSON, "Print one object of JSON");
  App.set_help_flag("-h,--help", "Print this text");
  if (llvm::Error E = parseArguments(App, Arguments).moveInto(Line.Help))
    return E;
  if (!Line.Help && Line.Inputs.size() != 1)
    return inputError(Line.Inputs.empty()
                          ? "no input; inspect takes a module"
                          : "inspect takes one module, and '" + Line.Inputs[1] + "' is the second");
  return Line;
}

} // namespace w2n
