//===- Pipeline.cpp - From an input file to an output file -----------------===//
//
// The one list of the stages, with the walls between them. Each wall has an exit:
// --emit takes the output there.
//
//===----------------------------------------------------------------------===//

#include "Driver/Pipeline.h"

#include "Decode/Decode.h"
#include "Driver/CompileParts.h"
#include "Driver/Dependencies.h"
#include "Driver/ReadInput.h"
#include "Image/Universal.h"
#include "Image/XCFramework.h"
#include "Interface/Header.h"
#include "Link/Link.h"
#include "Support/FileIO.h"
#include "Validate/Validate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace llvm;

namespace w2n {

using OutputBytes = SmallVector<char, 0>;

namespace {

/// One compilation.
class Pipeline {
public:
  Pipeline(const Options &Opts, Diagnostics &Diags, StageClock &Clock, CodeCache *Cache)
      : Opts(Opts), Diags(Diags), Clock(Clock), Cache(Cache) {}

  void run();

private:
  const Options &Opts;
  Diagnostics &Diags;
  StageClock &Clock;
  CodeCache *Cache;
  /// Whether the offsets in errors are those of a binary that the user never saw.
  bool MadeFromText = false;
  /// What the files of profiles say, as for CodegenOptions.
  std::string Profile;

  Expected<ValidModule> parse(StringRef Content);
  Expected<OutputBytes> build(const ValidModule &Wasm);
  Expected<OutputBytes> buildJoined(const ValidModule &Wasm, ArrayRef<TargetSpec> Targets);
  Expected<std::vector<FolderEntry>> buildXCFramework(const ValidModule &Wasm);
  Error buildAndWrite(const ValidModule &Wasm);
  Expected<OutputBytes> buildFor(const ValidModule &Wasm, const TargetSpec &Target);
  /// Warns of what of a profile is not of the module. False where that is so.
  bool checkMatch(const ProfileMatch &Match);
  /// One object of several.
  Expected<OutputBytes> join(ArrayRef<OutputBytes> Objects, const TargetSpec &Target);
  /// Keeps Objects in the cache, if there is one, and makes the output of them.
  Expected<OutputBytes> keep(const std::vector<OutputBytes> &Objects, const CacheKey &Key,
                             const TargetSpec &Target);
  Expected<OutputBytes> finish(ArrayRef<OutputBytes> Objects, const TargetSpec &Target);
  Expected<OutputBytes> linkWithRuntime(ArrayRef<OutputBytes> Objects, const TargetSpec &Target);

  /// Reports a problem with File, or with no file where that is empty.
  void fail(StringRef File, Error E) {
    Clock.end();
    Diags.error(File, std::move(E));
  }
};

} // namespace

Expected<ValidModule> Pipeline::parse(StringRef Content) {
  if (looksLikeText(Content))
    Clock.begin("text");
  auto Bytes = toBinary(Content, Opts.Input);
  if (!Bytes)
    return Bytes.takeError();
  MadeFromText = looksLikeText(Content);

  Clock.begin("decode");
  auto Wasm = decode(std::move(*Bytes), Opts.Enabled);
  if (!Wasm)
    return Wasm.takeError();

  Clock.begin("validate");
  return validate(std::move(*Wasm), Opts.Enabled, Opts.Codegen.Threads);
}

/// Whether the output is made of code that is worth keeping: the rest is for people to read.
static bool hasCode(EmitKind Emit) { return Emit == EmitKind::Object || hasRuntime(Emit); }

/// Whether the output can be made of parts: of IR and assembly there is one file, and lld
/// joins objects for ELF alone.
static bool canBeParts(EmitKind Emit, const TargetSpec &Target) {
  return hasRuntime(Emit) || (Emit == EmitKind::Object && Target.Format == ObjectFormat::ELF);
}

static OutputBytes printIR(const llvm::Module &M) {
  OutputBytes Output;
  raw_svector_ostream OS(Output);
  M.print(OS, nullptr);
  return Output;
}

static OutputBytes writeBitcode(const llvm::Module &M) {
  OutputBytes Output;
  raw_svector_ostream OS(Output);
  WriteBitcodeToFile(M, OS);
  return Output;
}

static std::string absolutePath(StringRef Path) {
  SmallString<128> Result(Path);
  if (!sys::fs::make_absolute(Result))
    sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

Expected<OutputBytes> Pipeline::join(ArrayRef<OutputBytes> Objects, const TargetSpec &Target) {
  Clock.begin("link");
  LinkOptions Options;
  Options.Kind = ImageKind::Object;
  Options.OutputName = "module.o";
  return link(SmallVector<ArrayRef<char>>(Objects.begin(), Objects.end()), Target, Options);
}

static StringRef runtimeArchive(EmitKind Emit) {
  switch (Emit) {
  case EmitKind::Executable:
    return "libw2n_program.a";
  case EmitKind::DynamicLibrary:
    return "libw2n_dynamic.a";
  default:
    return "libw2n_library.a";
  }
}

Expected<OutputBytes> Pipeline::linkWithRuntime(ArrayRef<OutputBytes> Objects,
                                                const TargetSpec &Target) {
  Clock.begin("link");
  const bool IsProgram = Opts.Emit == EmitKind::Executable;
  const DynamicLibraryOptions &Library = Opts.DynamicLibrary;
  LinkOptions Options;
  Options.Kind = IsProgram ? ImageKind::Program : ImageKind::DynamicLibrary;
  Options.OutputName =
      Opts.Output == "-" ? (IsProgram ? "program" : Opts.Lower.ModuleName) : Opts.Output;
  Options.RuntimeDirectory = Opts.RuntimeDirectory;
  Options.RuntimeArchive = runtimeArchive(Opts.Emit);
  Options.InstallName = Library.InstallName;
  Options.CurrentVersion = Library.CurrentVersion;
  Options.CompatibilityVersion = Library.CompatibilityVersion;
  Options.Sign = Opts.Sign;
  const SmallVector<ArrayRef<char>> Inputs(Objects.begin(), Objects.end());
  if (Opts.Debug && isImage(Opts.Emit) && Target.Format == ObjectFormat::MachO) {
    Options.DebugArchive = Opts.Output + "." + Target.Architecture.str() + ".debug.a";
    if (is_contained(make_range(sys::path::begin(Opts.Output), sys::path::end(Opts.Output)), ".."))
      Options.DebugArchive = absolutePath(Options.DebugArchive);
    auto Archive = makeObjectArchive(Inputs, Target, sys::path::stem(Opts.Output));
    if (!Archive)
      return Archive.takeError();
    if (Error E =
            writeFileAtomically(Options.DebugArchive, arrayRefFromStringRef(toStringRef(*Archive)),
                                /*Executable=*/false))
      return std::move(E);
  }
  if (!isImage(Opts.Emit))
    return makeStaticLibrary(Inputs, Target, Opts.Lower.ModuleName, Options);
  auto Image = link(Inputs, Target, Options);
  if (!Image || !Opts.Signing.AdHoc)
    return Image;
  Clock.begin("sign");
  return signMachO(arrayRefFromStringRef(toStringRef(*Image)), *Opts.Signing.AdHoc);
}

Expected<OutputBytes> Pipeline::finish(ArrayRef<OutputBytes> Objects, const TargetSpec &Target) {
  // From here there are only bytes, and no LLVM IR.
  if (Opts.Emit != EmitKind::Object)
    return linkWithRuntime(Objects, Target);
  return Objects.size() == 1 ? Objects.front() : join(Objects, Target);
}

Expected<OutputBytes> Pipeline::keep(const std::vector<OutputBytes> &Objects, const CacheKey &Key,
                                     const TargetSpec &Target) {
  if (Cache) {
    Clock.begin("cache");
    Cache->store(Key, Objects);
  }
  return finish(Objects, Target);
}

// Code of which there was a warning is not kept, so that the next compilation warns, too.
bool Pipeline::checkMatch(const ProfileMatch &Match) {
  if (Profile.empty())
    return true;
  Clock.end();
  constexpr size_t MostNames = 10;
  const ArrayRef<std::string> Names(Match.Mismatched);
  for (const std::string &Name : Names.take_front(MostNames))
    Diags.warning(Opts.Input, "the profile of function '" + Name +
                                  "' is of other code and not used: the module was another, or "
                                  "the options were");
  if (Names.size() > MostNames)
    Diags.warning(Opts.Input,
                  "so is that of " + Twine(Names.size() - MostNames) + " more functions");
  if (Match.Matched == 0 && Names.empty())
    Diags.warning(Opts.Input, "the profile has no function of this module");
  return Match.Matched != 0 && Names.empty();
}

/// Tells both stages which CPUs there are beyond Floor.
static Error setCPULevels(const TargetSpec &Target, const TargetMachine &Floor,
                          CodegenOptions &Codegen, LowerOptions &Lower) {
  if (Error E = resolveCPULevels(Target, Floor, Codegen).moveInto(Codegen.Levels.Higher))
    return E;
  Codegen.Levels.Variable = cpuLevelVariable(Lower.ModuleName);
  for (const CPULevel &Level : Codegen.Levels.Higher)
    Lower.HigherCPUs.push_back({Level.CPU, Level.Required});
  return Error::success();
}

Expected<OutputBytes> Pipeline::buildFor(const ValidModule &Wasm, const TargetSpec &Target) {
  auto Machine = createTargetMachine(Target, Opts.Codegen);
  if (!Machine)
    return Machine.takeError();
  LowerOptions Options = Opts.Lower;
  Options.Bounds = Opts.Bounds.value_or(Target.DefaultBounds);
  if (Opts.Debug)
    Options.DebugFileName =
        Opts.Input == "-" ? Options.ModuleName + ".wasm" : sys::path::filename(Opts.Input).str();
  Options.Inlines = Opts.Codegen.Level != OptimizationLevel::O0;
  Options.DynamicLibrary = Opts.Emit == EmitKind::DynamicLibrary;
  Options.CPUFeatures = requiredCPUFeatures(Target, **Machine);
  // A program's bytes depend on no name of a file.
  if (Options.Kind == Placement::Program)
    Options.ModuleName = "program";
  CodegenOptions Codegen = Opts.Codegen;
  if (Options.Kind == Placement::Library)
    Codegen.LocalPrefix = Options.ModuleName + ".";
  if (Error E = setCPULevels(Target, **Machine, Codegen, Options))
    return std::move(E);
  Codegen.Profile = Profile;
  Options.Capabilities.ProfileOutput = Codegen.ProfileOutput;
  Options.ProfileNames = Codegen.ProfileOutput || !Profile.empty();

  CachedCode Code;
  if (Cache && hasCode(Opts.Emit)) {
    Clock.begin("cache");
    Code = Cache->find(
        {Wasm->Bytes, Target, **Machine, Options, Codegen, Opts.Emit == EmitKind::Object});
    if (Code.Objects)
      return finish(*Code.Objects, Target);
  }

  Clock.begin("plan");
  LoweringPlan Plan(Wasm, Options);
  if (canBeParts(Opts.Emit, Target))
    Plan.divide();
  if (Plan.size() != 1) {
    Clock.begin("parts");
    ProfileMatch Match;
    const auto Objects = compileParts(Plan, Target, Options, Codegen, Clock, Match);
    return checkMatch(Match) ? keep(Objects, Code.Key, Target) : finish(Objects, Target);
  }

  Clock.begin("lower");
  LLVMContext Context;
  llvm::Module M(Options.ModuleName, Context);
  M.setTargetTriple((*Machine)->getTargetTriple());
  M.setDataLayout((*Machine)->createDataLayout());
  lower(Plan, 0, Target, Options, M);
  guardSemantics(M);

  if (Options.ProfileNames)
    Clock.begin("profile");
  const bool ProfileMatches = checkMatch(profileModule(M, **Machine, Codegen));

  Clock.begin("optimize");
  optimizeModule(M, **Machine, Codegen);
  finishLowering(M, Options.DynamicLibrary);
  if (Opts.Emit == EmitKind::LLVMIR || Opts.Emit == EmitKind::LLVMBitcode)
    optimizeFunctions(M, **Machine, Codegen);
  if (Opts.Emit == EmitKind::LLVMIR)
    return printIR(M);
  if (Opts.Emit == EmitKind::LLVMBitcode)
    return writeBitcode(M);

  // From here the IR is final: code generation uses it up.
  Clock.begin("codegen");
  if (Opts.Emit == EmitKind::Assembly)
    return emitAssembly(M, **Machine, Codegen);
  std::vector<OutputBytes> Objects;
  if (Opts.Emit == EmitKind::Object)
    Objects.push_back(emitObject(M, **Machine, Codegen));
  else
    Objects = emitObjects(M, **Machine, Codegen);
  return ProfileMatches ? keep(Objects, Code.Key, Target) : finish(Objects, Target);
}

Expected<OutputBytes> Pipeline::build(const ValidModule &Wasm) {
  if (Opts.Emit == EmitKind::Header) {
    const std::string Header = printHeader(Wasm, Opts.Lower.ModuleName);
    return OutputBytes(Header.begin(), Header.end());
  }
  if (Opts.Emit == EmitKind::ModuleMap) {
    const std::string Map =
        printModuleMap(Opts.Lower.ModuleName, {(sys::path::stem(Opts.Input) + ".h").str()});
    return OutputBytes(Map.begin(), Map.end());
  }
  return buildJoined(Wasm, Opts.Targets);
}

Expected<OutputBytes> Pipeline::buildJoined(const ValidModule &Wasm, ArrayRef<TargetSpec> Targets) {
  std::vector<OutputBytes> Images;
  for (const TargetSpec &Target : Targets) {
    auto Image = buildFor(Wasm, Target);
    if (!Image)
      return Image.takeError();
    Images.push_back(std::move(*Image));
  }
  if (Images.size() == 1)
    return std::move(Images.front());
  Clock.begin("universal");
  return makeUniversal(
      to_vector(map_range(Images, [](const OutputBytes &Image) { return ArrayRef<char>(Image); })));
}

Expected<std::vector<FolderEntry>> Pipeline::buildXCFramework(const ValidModule &Wasm) {
  const std::string &Name = Opts.Lower.ModuleName;
  auto Headers = readFolder(Opts.RuntimeDirectory + "/include");
  if (!Headers)
    return make_error<InternalError>(toString(Headers.takeError()));
  const auto Add = [&](const std::string &Path, StringRef Text) {
    Headers->push_back({Path, OutputBytes(Text.begin(), Text.end())});
  };
  Add(Name + ".h", printHeader(Wasm, Name));
  Add("module.modulemap", printModuleMap(Name, {Name + ".h", "w2n.h"}));

  std::map<MachO::PlatformType, std::vector<TargetSpec>> Platforms;
  for (const TargetSpec &Target : Opts.Targets)
    Platforms[Target.Platform].push_back(Target);
  std::vector<XCFrameworkSlice> Slices;
  for (const auto &[Platform, Targets] : Platforms) {
    auto Library = buildJoined(Wasm, Targets);
    if (!Library)
      return Library.takeError();
    XCFrameworkSlice &Slice = Slices.emplace_back();
    Slice.Platform = Platform;
    Slice.Library = std::move(*Library);
    for (const TargetSpec &Target : Targets)
      Slice.Architectures.push_back(Target.Architecture.str());
  }
  return makeXCFramework(Name, std::move(Slices), *Headers);
}

Error Pipeline::buildAndWrite(const ValidModule &Wasm) {
  if (Opts.Emit == EmitKind::XCFramework) {
    auto Folder = buildXCFramework(Wasm);
    if (!Folder)
      return Folder.takeError();
    Clock.begin("write");
    if (Error E = writeDependencies(Opts))
      return E;
    return writeFolderAtomically(Opts.Output, *Folder);
  }
  auto Output = build(Wasm);
  if (Output && Opts.Signing.Tool) {
    Clock.begin("sign");
    Output = signWithTool(*Output, Opts.Output, *Opts.Signing.Tool);
  }
  if (!Output)
    return Output.takeError();

  // From here the output is whole.
  Clock.begin("write");
  if (Error E = writeDependencies(Opts))
    return E;
  return writeFileAtomically(Opts.Output, arrayRefFromStringRef(toStringRef(*Output)),
                             isImage(Opts.Emit));
}

void Pipeline::run() {
  Clock.begin("read");
  auto Input = readFile(Opts.Input);
  if (!Input) {
    fail({}, Input.takeError());
    return;
  }
  if (!Opts.ProfileFiles.empty())
    if (Error E = readProfiles(Opts.ProfileFiles).moveInto(Profile)) {
      fail({}, std::move(E));
      return;
    }
  auto Wasm = parse((*Input)->getBuffer());
  if (!Wasm) {
    fail(Opts.Input, Wasm.takeError());
    if (MadeFromText)
      Diags.note(Opts.Input, "offsets are those in the binary form of this text");
    return;
  }
  Input->reset();

  // From here the module is valid: lowering asserts, never diagnoses.
  Clock.end();
  printRemarks(*Wasm, Opts.Input, Diags);
  if (Error E = checkLowerable(*Wasm, Opts.Lower)) {
    fail(Opts.Input, std::move(E));
    return;
  }
  if (Error E = buildAndWrite(*Wasm))
    fail({}, std::move(E));
  Clock.end();
}

void compile(const Options &Opts, Diagnostics &Diags, StageClock &Clock, CodeCache *Cache) {
  Pipeline(Opts, Diags, Clock, Cache).run();
}

} // namespace w2n
