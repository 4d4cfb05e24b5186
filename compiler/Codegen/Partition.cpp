//===- Partition.cpp - A module in parts, for code generation --------------===//
//
// Parts go from one LLVM context to another as bitcode, of which each reader takes the
// bodies of its own functions only.
//
//===----------------------------------------------------------------------===//

#include "Codegen/Partition.h"
#include "Codegen/FunctionOrder.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/ProfileData/InstrProf.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <tuple>

using namespace llvm;

namespace w2n {

namespace {

struct SizedFunction {
  Function *F;
  size_t Instructions;
  /// Among the functions of the module.
  size_t Position;
};

/// The functions with bodies, the largest first.
std::vector<SizedFunction> functionsBySize(Module &M) {
  std::vector<SizedFunction> Result;
  for (Function &F : M)
    if (!F.isDeclaration())
      Result.push_back({&F, F.getInstructionCount(), Result.size()});
  sort(Result, [](const SizedFunction &Left, const SizedFunction &Right) {
    return std::tie(Right.Instructions, Left.Position) <
           std::tie(Left.Instructions, Right.Position);
  });
  return Result;
}

/// Whether functions of M can be in objects of their own.
bool isDivisible(const Module &M) {
  // LLVM's writer of Mach-O for x86-64 cannot say how far away a function of another object
  // is, and the function table consists of such distances.
  const Triple &Target = M.getTargetTriple();
  if (Target.isX86() && Target.isOSBinFormatMachO())
    return false;
  // What profiles are made of holds together by groups of sections, which would be torn.
  return !M.getNamedGlobal(getInstrProfRuntimeHookVarName());
}

/// A part costs some time of its own, and the parts of a program keep many processors busy.
size_t chooseCount(const Module &M, ArrayRef<SizedFunction> Functions) {
  constexpr size_t LeastInstructions = 1500;
  constexpr size_t MostParts = 16;
  size_t Total = 0;
  for (const SizedFunction &Function : Functions)
    Total += Function.Instructions;
  // Each part has a declaration of all that is global: reading it takes as long as it takes to
  // generate code for about one instruction.
  constexpr size_t LeastInstructionsForGlobal = 8;
  const size_t Globals = M.size() + M.global_size();
  return std::clamp<size_t>(
      std::min(Total / LeastInstructions, Total / (LeastInstructionsForGlobal * (Globals + 1))), 1,
      MostParts);
}

/// To which part each function goes, so that all have the same work.
std::vector<size_t> divideEvenly(ArrayRef<SizedFunction> Functions, size_t Count) {
  std::vector<size_t> Loads(Count), Result;
  for (const SizedFunction &Function : Functions) {
    Result.push_back(std::min_element(Loads.begin(), Loads.end()) - Loads.begin());
    Loads[Result.back()] += Function.Instructions;
  }
  return Result;
}

/// The same, so that the parts one after the other have the functions in the order of the module.
std::vector<size_t> divideInOrder(ArrayRef<SizedFunction> Functions, size_t Count) {
  size_t Total = 0;
  std::vector<size_t> InOrder(Functions.size());
  for (const auto [Place, Function] : enumerate(Functions)) {
    Total += Function.Instructions;
    InOrder[Function.Position] = Place;
  }
  std::vector<size_t> Result(Functions.size());
  size_t Before = 0;
  for (const size_t Place : InOrder) {
    Result[Place] = std::min(Before * Count / std::max<size_t>(Total, 1), Count - 1);
    Before += Functions[Place].Instructions;
  }
  return Result;
}

std::vector<size_t> divideByHeat(ArrayRef<SizedFunction> Functions) {
  std::vector<size_t> Result;
  for (const SizedFunction &Function : Functions)
    Result.push_back(static_cast<size_t>(heatOf(*Function.F)));
  return Result;
}

/// Gives what is local to M a name and makes it visible to the other parts, but to nothing
/// outside of the image that they become.
void makeGlobal(GlobalValue &Value, StringRef LocalPrefix) {
  if (!Value.hasLocalLinkage())
    return;
  Value.setName((LocalPrefix + (Value.hasName() ? Value.getName() : "unnamed")).str());
  Value.setLinkage(GlobalValue::ExternalLinkage);
  Value.setVisibility(GlobalValue::HiddenVisibility);
}

void makeDeclaration(GlobalVariable &Variable) {
  Variable.setInitializer(nullptr);
  Variable.setLinkage(GlobalValue::ExternalLinkage);
}

} // namespace

Partition::Partition(Module &M, StringRef LocalPrefix, PartitionRule Rule) {
  const std::vector<SizedFunction> Sized = functionsBySize(M);
  const size_t Count = Rule == PartitionRule::Heat ? HeatCount : chooseCount(M, Sized);
  Functions.resize(isDivisible(M) ? Count : 1);
  if (Functions.size() == 1)
    return;
  for (GlobalValue &Value : M.global_values())
    makeGlobal(Value, LocalPrefix);
  const auto PartOf = [&] {
    if (Rule == PartitionRule::Heat)
      return divideByHeat(Sized);
    const bool HasProfile = M.getProfileSummary(/*IsCS=*/false);
    return HasProfile ? divideInOrder(Sized, size()) : divideEvenly(Sized, size());
  }();
  for (const auto [Function, Part] : zip_equal(Sized, PartOf))
    Functions[Part].insert(Function.F->getName());
  raw_svector_ostream Stream(Bitcode);
  WriteBitcodeToFile(M, Stream);
}

void Partition::keepFirst(Module &M) const {
  if (Functions.size() == 1)
    return;
  for (Function &F : M)
    if (!F.isDeclaration() && !Functions.front().contains(F.getName()))
      F.deleteBody();
}

std::unique_ptr<Module> Partition::read(size_t Part, LLVMContext &Context) const {
  const MemoryBufferRef Buffer(StringRef(Bitcode.data(), Bitcode.size()), "partition");
  auto M = cantFail(getLazyBitcodeModule(Buffer, Context));
  for (Function &F : *M) {
    if (!F.isMaterializable())
      continue;
    if (Functions[Part].contains(F.getName()))
      cantFail(F.materialize());
    else
      F.deleteBody();
  }
  for (GlobalVariable &Variable : make_early_inc_range(M->globals())) {
    if (Variable.hasAppendingLinkage())
      Variable.eraseFromParent();
    else if (Variable.hasInitializer())
      makeDeclaration(Variable);
  }
  cantFail(M->materializeAll());
  return M;
}

} // namespace w2n
