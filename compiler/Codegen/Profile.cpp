//===- Profile.cpp - Profiles, for and from the code of a module -----------===//

#include "Codegen/Profile.h"
#include "Codegen/RunPasses.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DiagnosticHandler.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/ProfileData/InstrProf.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Transforms/Instrumentation/InstrProfiling.h"
#include "llvm/Transforms/Instrumentation/PGOForceFunctionAttrs.h"
#include "llvm/Transforms/Instrumentation/PGOInstrumentation.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;

namespace w2n {

/// What lowering calls a function in profiles.
static constexpr StringLiteral ProfileNameAttribute = "wasm-profile-name";

namespace {

/// While one lives, the functions of a module are called what profiles call them. LLVM would take
/// the names of others, and the module's own, for a part of names that are local to it.
class ProfileNames {
public:
  explicit ProfileNames(Module &M) {
    for (Function &F : M) {
      const Attribute Name = F.getFnAttribute(ProfileNameAttribute);
      if (!Name.isValid())
        continue;
      Saved.push_back({&F, F.getName().str(), F.getLinkage(), F.getVisibility()});
      F.setLinkage(GlobalValue::ExternalLinkage);
      F.setName(ProfileNamePrefix + Name.getValueAsString());
      F.removeFnAttr(ProfileNameAttribute);
    }
  }

  ~ProfileNames() {
    for (const SavedName &Of : Saved) {
      Of.F->setName(Of.Name);
      Of.F->setLinkage(Of.Linkage);
      Of.F->setVisibility(Of.Visibility);
    }
  }

  auto functions() const {
    return map_range(Saved, [](const SavedName &Of) { return Of.F; });
  }

private:
  struct SavedName {
    Function *F;
    std::string Name;
    GlobalValue::LinkageTypes Linkage;
    GlobalValue::VisibilityTypes Visibility;
  };
  std::vector<SavedName> Saved;
};

/// Leaves what is not of the module uncounted.
void excludeOthers(Module &M) {
  for (Function &F : M) {
    if (!F.hasFnAttribute(ProfileNameAttribute))
      F.addFnAttr(Attribute::NoProfile);
    // What another part defines is counted there, if it is not inlined here.
    if (F.hasAvailableExternallyLinkage())
      F.deleteBody();
  }
}

/// Leaves the sizes of memory operations uncounted, which hardly ever are constants in a module.
class DropSizesPass : public PassInfoMixin<DropSizesPass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &) {
    Function *const Count =
        Intrinsic::getDeclarationIfExists(&M, Intrinsic::instrprof_value_profile);
    if (!Count)
      return PreservedAnalyses::all();
    for (User *const Use : make_early_inc_range(Count->users()))
      if (auto *const I = cast<InstrProfValueProfileInst>(Use);
          I->getValueKind()->getZExtValue() != IPVK_IndirectCallTarget)
        I->eraseFromParent();
    return PreservedAnalyses::none();
  }
};

/// Refers to what writes the profile, so that it is linked.
void requireProfileRuntime(Module &M) {
  auto *const Hook =
      new GlobalVariable(M, Type::getInt32Ty(M.getContext()), false, GlobalValue::ExternalLinkage,
                         nullptr, getInstrProfRuntimeHookVarName());
  Hook->setVisibility(GlobalValue::HiddenVisibility);
  auto *const Reference = new GlobalVariable(M, Hook->getType(), true, GlobalValue::PrivateLinkage,
                                             Hook, "w2n.profile");
  appendToUsed(M, {Reference});
}

void instrument(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  excludeOthers(M);
  // LLVM looks for the hook, and would write a function of its own that refers to it.
  requireProfileRuntime(M);
  const ProfileNames Names(M);
  runPasses(M, Machine, Options.Level, [&](PassBuilder &) {
    InstrProfOptions Lowering;
    Lowering.InstrProfileOutput = *Options.ProfileOutput;
    ModulePassManager Passes;
    Passes.addPass(PGOInstrumentationGen());
    Passes.addPass(DropSizesPass());
    Passes.addPass(InstrProfilingLoweringPass(Lowering));
    return Passes;
  });
}

/// Whether LLVM has left a note on F that its profile is of other control flow.
bool isMismatched(const Function &F) {
  const MDNode *const Notes = F.getMetadata(LLVMContext::MD_annotation);
  return Notes && any_of(Notes->operands(), [](const MDOperand &Note) {
           const auto *Text = dyn_cast<MDString>(Note);
           return Text && Text->getString() == "instr_prof_hash_mismatch";
         });
}

ProfileMatch applyProfile(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  constexpr StringLiteral File = "profile";
  const auto Files = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Files->addFile(File, 0, MemoryBuffer::getMemBuffer(Options.Profile, File, false));
  // What LLVM would print is in the result.
  LLVMContext &Context = M.getContext();
  std::unique_ptr<DiagnosticHandler> Handler = Context.getDiagnosticHandler();
  struct NoDiagnostics : DiagnosticHandler {
    bool handleDiagnostics(const DiagnosticInfo &) override { return true; }
  };
  Context.setDiagnosticHandler(std::make_unique<NoDiagnostics>());

  ProfileMatch Result;
  const ProfileNames Names(M);
  runPasses(M, Machine, Options.Level, [&](PassBuilder &) {
    ModulePassManager Passes;
    Passes.addPass(PGOInstrumentationUse(File.str(), "", /*IsCS=*/false, Files));
    Passes.addPass(PGOIndirectCallPromotion());
    Passes.addPass(PGOForceFunctionAttrsPass(PGOOptions::ColdFuncOpt::OptSize));
    return Passes;
  });
  Context.setDiagnosticHandler(std::move(Handler));
  for (const Function *const F : Names.functions()) {
    // Copies that are there to be inlined are judged where they are defined.
    if (F->hasAvailableExternallyLinkage() || F->isDeclaration())
      continue;
    Result.Matched += F->getEntryCount().has_value();
    if (isMismatched(*F))
      Result.Mismatched.push_back(F->getName().split(':').second.str());
  }
  return Result;
}

} // namespace

void ProfileMatch::add(const ProfileMatch &More) {
  Matched += More.Matched;
  append_range(Mismatched, More.Mismatched);
}

ProfileMatch profileModule(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  if (Options.ProfileOutput)
    instrument(M, Machine, Options);
  if (!Options.Profile.empty())
    return applyProfile(M, Machine, Options);
  return {};
}

} // namespace w2n
