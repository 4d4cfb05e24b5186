//===- Build.cpp - From a translated script to a native program -------------===//

#include "Build.h"

#include "Driver/CompileParts.h"
#include "Lower/LoweringPlan.h"
#include "Support/FileIO.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace w2n::spectest {

static std::string moduleName(size_t Index) { return "script_" + std::to_string(Index); }

/// Where modules become parts, makes Objects of them and gives them nothing but a declaration
/// in M.
static Error lowerModules(const Program &P, const BuildOptions &Options, uint64_t CPUFeatures,
                          llvm::Module &M, std::vector<ObjectBytes> &Objects) {
  StageClock Clock(nullptr);
  for (const auto &[Index, Wasm] : enumerate(P.Modules)) {
    LowerOptions Lower;
    Lower.Kind = Placement::Library;
    Lower.ModuleName = moduleName(Index);
    Lower.Bounds = Options.Bounds;
    Lower.CPUFeatures = CPUFeatures;
    Lower.Deterministic = Options.Deterministic;
    Lower.BytesOfPart = 1;
    if (Error E = checkLowerable(Wasm, Lower))
      return E;
    LoweringPlan Plan(Wasm, Lower);
    if (!Options.InParts) {
      lower(Plan, 0, Options.Target, Lower, M);
      continue;
    }
    Plan.divide();
    ProfileMatch NoProfile;
    for (ObjectBytes &Object :
         compileParts(Plan, Options.Target, Lower, Options.Codegen, Clock, NoProfile))
      Objects.push_back(std::move(Object));
    new GlobalVariable(M, Type::getInt8Ty(M.getContext()), true, GlobalValue::ExternalLinkage,
                       nullptr, "w2n_module_" + moduleName(Index));
  }
  return Error::success();
}

static void define(llvm::Module &M, StringRef Name, Constant *Value, bool IsConstant = true) {
  new GlobalVariable(M, Value->getType(), IsConstant, GlobalValue::ExternalLinkage, Value, Name);
}

/// Defines what harness.h declares.
static void addScript(const Program &P, const BuildOptions &Options, llvm::Module &M) {
  LLVMContext &Context = M.getContext();
  define(M, "spectest_script",
         ConstantDataArray::getString(Context, StringRef(P.Table.data(), P.Table.size()),
                                      /*AddNull=*/false));

  SmallVector<Constant *> Modules;
  for (size_t I = 0; I < P.Modules.size(); ++I)
    Modules.push_back(M.getNamedValue("w2n_module_" + moduleName(I)));
  PointerType *const Pointer = PointerType::get(Context, 0);
  define(M, "spectest_modules",
         ConstantArray::get(ArrayType::get(Pointer, Modules.size()), Modules));

  define(M, "spectest_instances", ConstantAggregateZero::get(ArrayType::get(Pointer, P.SlotCount)),
         /*IsConstant=*/false);
  define(M, "spectest_is_guarded",
         ConstantInt::get(Type::getInt32Ty(Context), Options.Bounds == BoundsMode::Guard));
}

static Expected<std::vector<ObjectBytes>> compile(const Program &P, const BuildOptions &Options) {
  auto Machine = createTargetMachine(Options.Target, Options.Codegen);
  if (!Machine)
    return Machine.takeError();
  LLVMContext Context;
  llvm::Module M("script", Context);
  M.setTargetTriple((*Machine)->getTargetTriple());
  M.setDataLayout((*Machine)->createDataLayout());
  std::vector<ObjectBytes> Objects;
  if (Error E =
          lowerModules(P, Options, requiredCPUFeatures(Options.Target, **Machine), M, Objects))
    return std::move(E);
  addScript(P, Options, M);
  guardSemantics(M);
  optimizeModule(M, **Machine, Options.Codegen);
  finishLowering(M);
  for (ObjectBytes &Object : emitObjects(M, **Machine, Options.Codegen))
    Objects.push_back(std::move(Object));
  return Objects;
}

Expected<ImageBytes> build(const Program &P, const BuildOptions &Options) {
  Expected<std::vector<ObjectBytes>> Objects = compile(P, Options);
  if (!Objects)
    return Objects.takeError();
  SmallString<128> Path(Options.RuntimeDirectory);
  sys::path::append(Path, Options.Target.Name, "libw2n_spectest.a");
  Expected<std::unique_ptr<MemoryBuffer>> Harness = readFile(Path);
  if (!Harness)
    return Harness.takeError();

  LinkOptions Link;
  Link.OutputName = Options.OutputName;
  Link.RuntimeDirectory = Options.RuntimeDirectory;
  Link.RuntimeArchive = "libw2n_library.a";
  const StringRef Archive = (*Harness)->getBuffer();
  SmallVector<ArrayRef<char>> Inputs(Objects->begin(), Objects->end());
  Inputs.emplace_back(Archive.data(), Archive.size());
  return link(Inputs, Options.Target, Link);
}

} // namespace w2n::spectest
