//===- MakeOptions.cpp - From the command line to a compilation's options --===//

#include "MakeOptions.h"

#include "Capabilities.h"
#include "Common/Tool.h"
#include "LibraryOptions.h"
#include "Support/Error.h"
#include "Wasm/CNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace w2n {

static Error badValue(const char *Option, StringRef Value, const char *Known) {
  return inputError("unknown value '" + Value + "' of " + Option + "; known are " + Known);
}

static Error setEmit(const CommandLine &Line, Options &Result) {
  const std::string Kind = Line.Emit.value_or(Line.CompileOnly ? "obj" : "exe");
  if (Line.CompileOnly && Kind != "obj")
    return inputError("-c and --emit=" + Kind + " contradict each other");
  const auto Emit = StringSwitch<std::optional<EmitKind>>(Kind)
                        .Case("exe", EmitKind::Executable)
                        .Case("staticlib", EmitKind::StaticLibrary)
                        .Case("dylib", EmitKind::DynamicLibrary)
                        .Case("xcframework", EmitKind::XCFramework)
                        .Case("obj", EmitKind::Object)
                        .Case("asm", EmitKind::Assembly)
                        .Case("llvm-ir", EmitKind::LLVMIR)
                        .Case("llvm-bc", EmitKind::LLVMBitcode)
                        .Case("header", EmitKind::Header)
                        .Case("modulemap", EmitKind::ModuleMap)
                        .Default(std::nullopt);
  if (!Emit)
    return badValue("--emit", Kind,
                    "exe, staticlib, dylib, xcframework, obj, asm, llvm-ir, llvm-bc, header and "
                    "modulemap");
  Result.Emit = *Emit;
  return Error::success();
}

/// Whether the targets can share one output.
static Error checkTargets(const Options &Result) {
  if (Result.Emit == EmitKind::XCFramework) {
    for (const TargetSpec &Target : Result.Targets)
      if (Target.Format != ObjectFormat::MachO)
        return inputError("an .xcframework is for Apple's systems: '" + Target.Name +
                          "' cannot be in it");
    return Error::success();
  }
  if (Result.Targets.size() == 1)
    return Error::success();
  const TargetSpec &First = Result.Targets.front();
  for (const TargetSpec &Target : Result.Targets) {
    if (Target.Format != ObjectFormat::MachO)
      return inputError("several targets make a universal file, in which '" + Target.Name +
                        "' cannot be");
    if (Target.Platform != First.Platform)
      return inputError("a universal file is for one system, and '" + First.Name + "' and '" +
                        Target.Name + "' are two: --emit=xcframework takes several");
  }
  if (Result.Emit == EmitKind::Object || hasRuntime(Result.Emit))
    return Error::success();
  return inputError("several targets can only be joined by --emit=exe, dylib, staticlib and obj");
}

static Error setTargets(const CommandLine &Line, Options &Result) {
  if (Line.Targets.empty()) {
    auto Host = hostTarget();
    if (!Host)
      return Host.takeError();
    Result.Targets.push_back(*Host);
    return checkTargets(Result);
  }
  for (const std::string &Name : Line.Targets) {
    auto Target = findTarget(Name);
    if (!Target)
      return Target.takeError();
    if (any_of(Result.Targets, [&](const TargetSpec &Row) { return Row.Name == Target->Name; }))
      return inputError("target '" + Target->Name + "' is given twice");
    Result.Targets.push_back(*Target);
  }
  return checkTargets(Result);
}

/// The first CPU is the one that all code runs on.
static Error setCPUs(const CommandLine &Line, CodegenOptions &Result) {
  if (Line.CPU.empty())
    return Error::success();
  for (const StringRef Name : split(Line.CPU, ',')) {
    if (Name.empty())
      return inputError("a name in --cpu=" + Line.CPU + " is empty");
    if (Result.CPU == Name || is_contained(Result.HigherCPUs, Name))
      return inputError("--cpu names '" + Name + "' twice");
    if (Result.CPU.empty())
      Result.CPU = Name.str();
    else
      Result.HigherCPUs.push_back(Name.str());
  }
  return Error::success();
}

static Error setCode(const CommandLine &Line, Options &Result) {
  const auto Level = StringSwitch<std::optional<OptimizationLevel>>(Line.OptimizationLevel)
                         .Case("0", OptimizationLevel::O0)
                         .Case("1", OptimizationLevel::O1)
                         .Case("2", OptimizationLevel::O2)
                         .Case("3", OptimizationLevel::O3)
                         .Case("s", OptimizationLevel::Os)
                         .Default(std::nullopt);
  if (!Level)
    return badValue("-O", Line.OptimizationLevel, "0, 1, 2, 3 and s");
  Result.Codegen.Level = *Level;
  if (Error E = setCPUs(Line, Result.Codegen))
    return E;
  Result.Codegen.CPUFeatures = Line.CPUFeatures;
  Result.Debug = Line.Debug;
  Result.Lower.Producer = versionText("wasm2native");
  Result.Lower.PreciseTraps = Line.PreciseTraps;
  Result.Lower.Deterministic = Line.Deterministic;
  unsigned &Threads = Result.Codegen.Threads;
  Threads = hardware_concurrency().compute_thread_count();
  if (!Line.Threads.empty() && (!to_integer(Line.Threads, Threads, 10) || Threads == 0))
    return inputError("-j takes a number from 1, not '" + Line.Threads + "'");
  uint64_t PartSize = 0;
  if (!Line.PartSize.empty() && (!to_integer(Line.PartSize, PartSize, 10) || PartSize == 0))
    return inputError("--part-size takes a number from 1, not '" + Line.PartSize + "'");
  if (PartSize != 0)
    Result.Lower.BytesOfPart = PartSize;
  if (Line.Bounds.empty())
    return Error::success();
  Result.Bounds = StringSwitch<std::optional<BoundsMode>>(Line.Bounds)
                      .Case("guard", BoundsMode::Guard)
                      .Case("explicit", BoundsMode::Explicit)
                      .Default(std::nullopt);
  return Result.Bounds ? Error::success() : badValue("--bounds", Line.Bounds, "guard and explicit");
}

static Error setPlacement(const CommandLine &Line, Options &Result) {
  const bool IsExecutable = Result.Emit == EmitKind::Executable;
  const auto Kind = StringSwitch<std::optional<Placement>>(Line.Placement)
                        .Case("", IsExecutable ? Placement::Program : Placement::Library)
                        .Case("program", Placement::Program)
                        .Case("library", Placement::Library)
                        .Default(std::nullopt);
  if (!Kind)
    return badValue("--placement", Line.Placement, "program and library");
  if (IsExecutable && *Kind == Placement::Library)
    return inputError("--placement=library and --emit=exe contradict each other");
  if (!IsExecutable && hasRuntime(Result.Emit) && *Kind == Placement::Program)
    return inputError("--placement=program makes no library: --emit=exe does what it says");
  if ((Result.Emit == EmitKind::Header || Result.Emit == EmitKind::ModuleMap) &&
      *Kind == Placement::Program)
    return inputError("--emit=" + *Line.Emit + " describes a library, not a program");
  Result.Lower.Kind = *Kind;
  if (*Kind == Placement::Program)
    return Error::success();
  if (Line.Invoke)
    return inputError("--invoke is for programs, and this is a library");
  if (const StringRef Option = givenCapability(Line); !Option.empty())
    return inputError(Option + " is for programs, and this is a library");
  return Error::success();
}

static Expected<Feature> parseFeature(StringRef Name) {
  if (const std::optional<Feature> Found = findFeature(Name))
    return *Found;
  return inputError("unknown feature '" + Name + "'; --print-features lists them");
}

static Error setFeatures(const CommandLine &Line, Options &Result) {
  for (const std::string &Name : Line.EnabledFeatures) {
    auto Which = parseFeature(Name);
    if (!Which)
      return Which.takeError();
    if (!isSupported(*Which))
      return inputError("--enable=" + Name + ": this feature is not supported yet");
    Result.Enabled.set(*Which);
  }
  for (const std::string &Name : Line.DisabledFeatures) {
    auto Which = parseFeature(Name);
    if (!Which)
      return Which.takeError();
    if (*Which == Feature::MVP)
      return inputError("--disable=" + Name + ": every module needs this");
    if (is_contained(Line.EnabledFeatures, Name))
      return inputError("feature '" + Name + "' is both enabled and disabled");
    Result.Enabled.set(*Which, false);
  }
  return Error::success();
}

/// Whether what is asked for can be signed; with what is for makeSigningPlan() to say.
static Error setSigning(const CommandLine &Line, Options &Result) {
  const StringRef Option = Line.Signing.given();
  if (Option.empty())
    return Error::success();
  if (!isImage(Result.Emit))
    return inputError(Option + " is for executables and dynamic libraries");
  for (const TargetSpec &Target : Result.Targets)
    if (Target.Signing == SigningRule::None)
      return inputError(Option + ": images for " + Target.Name + " have no signature");
  Result.Sign = Line.Signing.Sign != "none";
  return Error::success();
}

/// Libraries are called lib*, on every system.
static StringRef prefixOf(EmitKind Emit) {
  return Emit == EmitKind::StaticLibrary || Emit == EmitKind::DynamicLibrary ? "lib" : "";
}

static StringRef extensionOf(EmitKind Emit, ObjectFormat Format) {
  switch (Emit) {
  case EmitKind::Executable:
    return "";
  case EmitKind::StaticLibrary:
    return ".a";
  case EmitKind::XCFramework:
    return ".xcframework";
  case EmitKind::DynamicLibrary:
    return Format == ObjectFormat::ELF ? ".so" : ".dylib";
  case EmitKind::Object:
    return ".o";
  case EmitKind::Assembly:
    return ".s";
  case EmitKind::LLVMIR:
    return ".ll";
  case EmitKind::LLVMBitcode:
    return ".bc";
  case EmitKind::Header:
    return ".h";
  case EmitKind::ModuleMap:
    return ".modulemap";
  }
  llvm_unreachable("unknown kind of output");
}

/// Whether Output may be written as an .xcframework: what is there already is replaced as a whole.
static Error checkFolder(StringRef Output) {
  if (sys::path::extension(Output) != ".xcframework")
    return inputError("the output '" + Output + "' has to be called *.xcframework");
  if (sys::fs::exists(Output) && !sys::fs::exists(Output + "/Info.plist"))
    return inputError("the output '" + Output + "' is there and is no .xcframework");
  return Error::success();
}

static Error setFiles(const CommandLine &Line, Options &Result) {
  if (Line.Inputs.empty())
    return inputError("no input; --help lists the options");
  if (Line.Inputs.size() > 1)
    return inputError("one module is compiled at a time: '" + Line.Inputs[0] + "', and not '" +
                      Line.Inputs[1] + "' as well");
  Result.Input = Line.Inputs.front();
  if (Result.Input.empty())
    return inputError("the name of the input is empty");
  const StringRef Stem = sys::path::stem(Result.Input);
  if (Result.Input != "-")
    Result.Lower.ModuleName = libraryName(Stem);
  if (Line.Output) {
    Result.Output = *Line.Output;
  } else {
    if (Result.Input == "-")
      return inputError("the output of standard input needs a name: use -o");
    Result.Output =
        (prefixOf(Result.Emit) + Stem + extensionOf(Result.Emit, Result.Targets.front().Format))
            .str();
  }
  if (Result.Emit == EmitKind::XCFramework)
    return checkFolder(Result.Output);
  if (Result.Debug && Result.Output == "-" && isImage(Result.Emit) &&
      Result.Targets.front().Format == ObjectFormat::MachO)
    return inputError("the debug information of a Mach-O image is in a file beside it: name one "
                      "with -o");
  if (sys::fs::is_directory(Result.Output))
    return inputError("the output '" + Result.Output + "' is a directory: name a file with -o");
  if (Result.Input != "-" && sys::fs::equivalent(Result.Input, Result.Output))
    return inputError("the output would overwrite the input '" + Result.Input +
                      "': name another with -o");
  return Error::success();
}

static Error setDependencies(const CommandLine &Line, Options &Result) {
  if (Line.DependencyFile && !Line.WriteDependencies)
    return inputError("-MF says where -MD writes to: give both");
  if (!Line.WriteDependencies)
    return Error::success();
  if (Result.Output == "-" && !Line.DependencyFile)
    return inputError("-MD with standard output needs the name of a file: use -MF");
  SmallString<128> File(Result.Output);
  sys::path::replace_extension(File, "d");
  Result.DependencyFile = Line.DependencyFile.value_or(File.str().str());
  if (Result.DependencyFile == Result.Output || Result.DependencyFile == Result.Input)
    return inputError("-MF and another file are both '" + Result.DependencyFile + "'");
  return Error::success();
}

Expected<Options> makeOptions(const CommandLine &Line) {
  Options Result;
  for (const auto Set : {setEmit, setTargets, setCode, setPlacement, setFeatures, setLibrary,
                         setSigning, setFiles, setDependencies})
    if (Error E = Set(Line, Result))
      return E;
  if (Error E = setProfile(Line.Profile, Result))
    return std::move(E);
  auto Capabilities = parseCapabilities(Line);
  if (!Capabilities)
    return Capabilities.takeError();
  Result.Lower.Capabilities = std::move(*Capabilities);
  Result.Lower.Invoke = Line.Invoke;
  return Result;
}

} // namespace w2n
