//===- Pipeline.cpp - From an input file to an output file -----------------===//
//
// The one list of the stages, with the walls between them. Each wall has an exit:
// --emit takes the output there.
//
//===----------------------------------------------------------------------===//

#include "Driver/Pipeline.h"

#include "Decode/Decode.h"
#include "Driver/CompileParts.h"
#include "Driver/ReadInput.h"
#include "Image/Universal.h"
#include "Interface/Header.h"
#include "Link/Link.h"
#include "Support/FileIO.h"
#include "Validate/Validate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

using OutputBytes = SmallVector<char, 0>;

namespace {

/// One compilation.
class Pipeline {
public:
  Pipeline(const Options &Opts, Diagnostics &Diags, StageClock &Clock)
      : Opts(Opts), Diags(Diags), Clock(Clock) {}

  void run();

private:
  const Options &Opts;
  Diagnostics &Diags;
  StageClock &Clock;
  /// Whether the offsets in errors are those of a binary that the user never saw.
  bool MadeFromText = false;

  Expected<ValidModule> parse(StringRef Content);
  Expected<OutputBytes> build(const ValidModule &Wasm);
  Expected<OutputBytes> buildFor(const ValidModule &Wasm, const TargetSpec &Target);
  /// One object of several.
  Expected<OutputBytes> join(ArrayRef<OutputBytes> Objects, const TargetSpec &Target);
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

Expected<OutputBytes> Pipeline::join(ArrayRef<OutputBytes> Objects, const TargetSpec &Target) {
  Clock.begin("link");
  LinkOptions Options;
  Options.Kind = ImageKind::Object;
  Options.OutputName = "module.o";
  return link(SmallVector<ArrayRef<char>>(Objects.begin(), Objects.end()), Target, Options);
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
  Options.RuntimeArchive = IsProgram ? "libw2n_program.a" : "libw2n_library.a";
  Options.InstallName = Library.InstallName;
  Options.CurrentVersion = Library.CurrentVersion;
  Options.CompatibilityVersion = Library.CompatibilityVersion;
  Options.Sign = Opts.Sign;
  const SmallVector<ArrayRef<char>> Inputs(Objects.begin(), Objects.end());
  if (Opts.Emit == EmitKind::StaticLibrary)
    return makeStaticLibrary(Inputs, Target, Opts.Lower.ModuleName, Options);
  return link(Inputs, Target, Options);
}

Expected<OutputBytes> Pipeline::buildFor(const ValidModule &Wasm, const TargetSpec &Target) {
  auto Machine = createTargetMachine(Target, Opts.Codegen);
  if (!Machine)
    return Machine.takeError();

  Clock.begin("plan");
  LowerOptions Options = Opts.Lower;
  Options.Bounds = Opts.Bounds.value_or(Target.DefaultBounds);
  Options.CPUFeatures = requiredCPUFeatures(Target, **Machine);
  LoweringPlan Plan(Wasm, Options);
  // A single file of IR or assembly is made of one part.
  const bool IsJoined = Opts.Emit == EmitKind::Object && Target.Format == ObjectFormat::ELF;
  if (hasRuntime(Opts.Emit) || IsJoined)
    Plan.divide();
  if (Plan.size() != 1) {
    Clock.begin("parts");
    const auto Objects = compileParts(Plan, Target, Options, Opts.Codegen, Clock);
    return IsJoined ? join(Objects, Target) : linkWithRuntime(Objects, Target);
  }

  Clock.begin("lower");
  LLVMContext Context;
  // A program's bytes depend on no name of a file.
  llvm::Module M(Options.Kind == Placement::Program ? "program" : Options.ModuleName, Context);
  M.setTargetTriple((*Machine)->getTargetTriple());
  M.setDataLayout((*Machine)->createDataLayout());
  lower(Plan, 0, Target, Options, M);
  guardSemantics(M);

  Clock.begin("optimize");
  optimizeModule(M, **Machine, Opts.Codegen);
  addFunctionTable(M);
  if (Opts.Emit == EmitKind::LLVMIR || Opts.Emit == EmitKind::LLVMBitcode)
    optimizeFunctions(M, **Machine, Opts.Codegen);
  if (Opts.Emit == EmitKind::LLVMIR)
    return printIR(M);
  if (Opts.Emit == EmitKind::LLVMBitcode)
    return writeBitcode(M);

  // From here the IR is final: code generation uses it up.
  Clock.begin("codegen");
  if (Opts.Emit == EmitKind::Assembly)
    return emitAssembly(M, **Machine, Opts.Codegen);
  if (Opts.Emit == EmitKind::Object)
    return emitObject(M, **Machine, Opts.Codegen);
  CodegenOptions PartOptions = Opts.Codegen;
  if (Options.Kind == Placement::Library)
    PartOptions.LocalPrefix = Options.ModuleName + ".";
  const std::vector<OutputBytes> Objects = emitObjects(M, **Machine, PartOptions);

  // From here there are only bytes, and no LLVM IR.
  return linkWithRuntime(Objects, Target);
}

Expected<OutputBytes> Pipeline::build(const ValidModule &Wasm) {
  if (Opts.Emit == EmitKind::Header) {
    const std::string Header = printHeader(Wasm, Opts.Lower.ModuleName);
    return OutputBytes(Header.begin(), Header.end());
  }
  std::vector<OutputBytes> Images;
  for (const TargetSpec *Target : Opts.Targets) {
    auto Image = buildFor(Wasm, *Target);
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

void Pipeline::run() {
  Clock.begin("read");
  auto Input = readFile(Opts.Input);
  if (!Input) {
    fail({}, Input.takeError());
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
  auto Output = build(*Wasm);
  if (!Output) {
    fail({}, Output.takeError());
    return;
  }

  // From here the output is whole.
  Clock.begin("write");
  if (Error E = writeFileAtomically(Opts.Output, arrayRefFromStringRef(toStringRef(*Output)),
                                    isImage(Opts.Emit)))
    fail({}, std::move(E));
  Clock.end();
}

void compile(const Options &Opts, Diagnostics &Diags, StageClock &Clock) {
  Pipeline(Opts, Diags, Clock).run();
}

} // namespace w2n
