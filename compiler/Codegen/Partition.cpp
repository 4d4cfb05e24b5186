//===- Partition.cpp - A module in parts, for code generation --------------===//
//
// Parts go from one LLVM context to another as bitcode, of which each reader takes the
// bodies of its own functions only.
//
//===----------------------------------------------------------------------===//

#include "Codegen/Partition.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/Bitcode/BitcodeWriter.h"
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

/// A part costs some time of its own, and the parts of a program keep many processors busy.
size_t chooseCount(const Module &M, ArrayRef<SizedFunction> Functions) {
  // LLVM's writer of Mach-O for x86-64 cannot say how far away a function of another object
  // is, and the function table consists of such distances.
  const Triple &Target = M.getTargetTriple();
  if (Target.isX86() && Target.isOSBinFormatMachO())
    return 1;
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

Partition::Partition(Module &M, StringRef LocalPrefix) {
  const std::vector<SizedFunction> Sized = functionsBySize(M);
  Functions.resize(chooseCount(M, Sized));
  if (Functions.size() == 1)
    return;
  for (GlobalValue &Value : M.global_values())
    makeGlobal(Value, LocalPrefix);
  std::vector<size_t> Loads(Functions.size());
  for (const SizedFunction &Function : Sized) {
    const size_t Part = std::min_element(Loads.begin(), Loads.end()) - Loads.begin();
    Functions[Part].insert(Function.F->getName());
    Loads[Part] += Function.Instructions;
  }
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
