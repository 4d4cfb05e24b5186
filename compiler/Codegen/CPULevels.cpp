//===- CPULevels.cpp - Code for several CPUs in one module -----------------===//

#include "Codegen/CPULevels.h"
#include "Codegen/Passes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/BlockFrequencyInfo.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace w2n {

namespace {

/// The version of functions for one CPU.
using VersionMap = DenseMap<Function *, Function *>;

bool isOfFloatsOrVectors(const Instruction &I) {
  const Type *Result = I.getType();
  return Result->isFPOrFPVectorTy() || (Result->isVectorTy() && !isa<PHINode>(I));
}

/// Whether a call may go anywhere but into a trap.
bool isCall(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  return Call && !isa<IntrinsicInst>(Call) && !Call->doesNotReturn();
}

/// Whether it is known before a loop how often it runs, but for traps.
bool isCounted(const Loop &L, ScalarEvolution &Evolution) {
  SmallVector<Loop::Edge> Exits;
  L.getExitEdges(Exits);
  return all_of(Exits, [&](const Loop::Edge &Exit) {
    return isa<UnreachableInst>(Exit.second->getTerminator()) ||
           !isa<SCEVCouldNotCompute>(Evolution.getExitCount(&L, Exit.first));
  });
}

/// Whether a loop computes with floats or vectors, or may come to do so: it has an access to
/// memory, no calls, and runs as often as is known before.
bool gains(const Loop &L, ScalarEvolution &Evolution) {
  bool HasAccess = false, HasCall = false;
  for (const BasicBlock *Block : L.blocks())
    for (const Instruction &I : *Block) {
      if (isOfFloatsOrVectors(I) && !isCall(I))
        return true;
      HasAccess |= I.mayReadOrWriteMemory();
      HasCall |= isCall(I);
    }
  return HasAccess && !HasCall && isCounted(L, Evolution);
}

/// Of the functions of the module, and C functions that they are inlined into. What is hot and has
/// loops may gain in other ways, too.
bool isWorthVersions(Function &F, ModuleAnalysisManager &Analyses) {
  const bool IsOfModule = F.hasFnAttribute("wasm-index") || F.hasFnAttribute("wasm-export");
  if (F.isDeclarationForLinker() || !IsOfModule)
    return false;
  auto &Functions =
      Analyses.getResult<FunctionAnalysisManagerModuleProxy>(*F.getParent()).getManager();
  const LoopInfo &Loops = Functions.getResult<LoopAnalysis>(F);
  const auto &Profile = Analyses.getResult<ProfileSummaryAnalysis>(*F.getParent());
  if (Profile.hasProfileSummary())
    return !Loops.empty() &&
           Profile.isFunctionHotInCallGraph(&F, Functions.getResult<BlockFrequencyAnalysis>(F));
  if (!areLoopsOptimized(F, Loops))
    return false;
  auto &Evolution = Functions.getResult<ScalarEvolutionAnalysis>(F);
  return any_of(Loops.getLoopsInPreorder(), [&](const Loop *L) { return gains(*L, Evolution); });
}

/// A copy of F as it is, for a CPU called Name.
Function *createVersion(Function &F, StringRef Name) {
  ValueToValueMapTy Values;
  Function *const Version = CloneFunction(&F, Values);
  Version->setName(F.getName() + "." + Name);
  Version->setLinkage(GlobalValue::InternalLinkage);
  Version->setVisibility(GlobalValue::DefaultVisibility);
  return Version;
}

/// Makes versions call versions for the same CPU.
void callEachOther(const VersionMap &Versions) {
  for (const auto &[Original, Version] : Versions)
    for (Instruction &I : instructions(*Version))
      if (auto *Call = dyn_cast<CallBase>(&I))
        if (Function *const Callee = Versions.lookup(Call->getCalledFunction()))
          Call->setCalledFunction(Callee);
}

/// Makes F a jump to the version that the variable names, of which the first is for all values
/// that stand for no other.
void dispatch(Function &F, GlobalVariable *Variable, ArrayRef<Function *> Versions) {
  const GlobalValue::LinkageTypes Linkage = F.getLinkage();
  F.deleteBody();
  F.setLinkage(Linkage);
  LLVMContext &Context = F.getContext();
  IRBuilder<> Builder(BasicBlock::Create(Context, "", &F));
  const auto CreateJump = [&](Function *Version) {
    BasicBlock *const Block = BasicBlock::Create(Context, "", &F);
    IRBuilder<> Jump(Block);
    CallInst *const Call =
        Jump.CreateCall(Version, SmallVector<Value *>(make_pointer_range(F.args())));
    Call->setCallingConv(F.getCallingConv());
    Call->setTailCallKind(CallInst::TCK_MustTail);
    if (F.getReturnType()->isVoidTy())
      Jump.CreateRetVoid();
    else
      Jump.CreateRet(Call);
    return Block;
  };
  SwitchInst *const Switch =
      Builder.CreateSwitch(Builder.CreateLoad(Builder.getInt32Ty(), Variable),
                           CreateJump(Versions.front()), Versions.size() - 1);
  for (const auto [Level, Version] : drop_begin(enumerate(Versions)))
    Switch->addCase(Builder.getInt32(Level), CreateJump(Version));
}

GlobalVariable *declareVariable(Module &M, StringRef Name) {
  if (GlobalVariable *Existing = M.getNamedGlobal(Name))
    return Existing;
  auto *Variable = new GlobalVariable(M, Type::getInt32Ty(M.getContext()), false,
                                      GlobalValue::ExternalLinkage, nullptr, Name);
  Variable->setVisibility(GlobalValue::HiddenVisibility);
  return Variable;
}

} // namespace

PreservedAnalyses CPULevelsPass::run(Module &M, ModuleAnalysisManager &Analyses) {
  SmallVector<Function *> Originals;
  for (Function &F : M)
    if (isWorthVersions(F, Analyses))
      Originals.push_back(&F);
  if (Originals.empty())
    return PreservedAnalyses::all();

  DenseMap<Function *, SmallVector<Function *>> VersionsOf;
  const auto AddLevel = [&](const CPULevel *Level) {
    VersionMap Versions;
    for (Function *const F : Originals) {
      Function *const Version = createVersion(*F, Level ? StringRef(Level->CPU) : FloorName);
      if (Level) {
        Version->addFnAttr("target-cpu", Level->CPU);
        Version->addFnAttr("target-features", Level->Features);
      }
      Versions[F] = Version;
      VersionsOf[F].push_back(Version);
    }
    callEachOther(Versions);
  };
  AddLevel(nullptr);
  for (const CPULevel &Level : Levels.Higher)
    AddLevel(&Level);
  GlobalVariable *const Variable = declareVariable(M, Levels.Variable);
  for (Function *const F : Originals)
    dispatch(*F, Variable, VersionsOf[F]);
  return PreservedAnalyses::none();
}

} // namespace w2n
