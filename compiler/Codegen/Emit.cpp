//===- Emit.cpp - Object files and assembly --------------------------------===//

#include "Codegen/Codegen.h"
#include "Codegen/EmitPasses.h"
#include "Codegen/HugeFunctions.h"
#include "Codegen/Partition.h"
#include "Codegen/PassGate.h"
#include "Codegen/Passes.h"
#include "Codegen/TailCalls.h"

#include "llvm/IR/LegacyPassManager.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"

#include <mutex>
#include <optional>

using namespace llvm;

namespace w2n {

/// Whether code generation reduces strength in loops. LLVM has no other way to say this.
static void enableLoopStrengthReduction(bool Enable) {
  cl::Option *Option = cl::getRegisteredOptions().lookup("disable-lsr");
  assert(Option && "LLVM has renamed an option");
  auto &Disable = *static_cast<cl::opt<bool> *>(Option);
  // Code may be generated in several threads, all of which want the same.
  static std::mutex Mutex;
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (Disable == Enable)
    Disable = !Enable;
}

static ObjectBytes emit(Module &M, TargetMachine &Machine, const CodegenOptions &Options,
                        CodeGenFileType Type) {
  optimizeFunctions(M, Machine, Options);
  unmarkTailCallsWithStackArguments(M);
  if (Options.Level != OptimizationLevel::O0)
    for (Function &F : M)
      if (isHugeFunction(F))
        generateQuickly(F);
  keepFromFastSelection(M);
  // At -O0 AArch64 would have GlobalISel: it is slower than fast selection, its code is larger,
  // and it takes quadratic time for functions with many constants.
  Machine.setGlobalISel(false);
  ObjectBytes Bytes;
  raw_svector_ostream Stream(Bytes);
  legacy::PassManager Passes;
  addEmitPasses(Machine, Passes, Stream, Type);
  std::optional<PassGate> Gate;
  if (hasOwnPasses(M, Options.Level))
    Gate.emplace(M);
  Passes.run(M);
  return Bytes;
}

/// A machine for another thread.
static std::unique_ptr<TargetMachine> clone(const TargetMachine &Machine) {
  return std::unique_ptr<TargetMachine>(Machine.getTarget().createTargetMachine(
      Machine.getTargetTriple(), Machine.getTargetCPU(), Machine.getTargetFeatureString(),
      Machine.Options, Machine.getRelocationModel(), Machine.getCodeModel(),
      Machine.getOptLevel()));
}

static std::vector<ObjectBytes> emitParts(Module &M, TargetMachine &Machine,
                                          const CodegenOptions &Options, PartitionRule Rule,
                                          unsigned Threads) {
  enableLoopStrengthReduction(!hasOwnPasses(M, Options.Level));
  const Partition Parts(M, Options.LocalPrefix, Rule);
  std::vector<ObjectBytes> Objects(Parts.size());
  const auto EmitPart = [&](size_t Part) {
    if (Part == 0) {
      Parts.keepFirst(M);
      Objects[Part] = emit(M, Machine, Options, CodeGenFileType::ObjectFile);
      return;
    }
    LLVMContext Context;
    const std::unique_ptr<Module> Copy = Parts.read(Part, Context);
    Objects[Part] = emit(*Copy, *clone(Machine), Options, CodeGenFileType::ObjectFile);
  };
  if (Threads == 1 || Parts.size() == 1) {
    for (size_t Part = 0; Part < Parts.size(); ++Part)
      EmitPart(Part);
    return Objects;
  }
  DefaultThreadPool Pool(hardware_concurrency(std::min<size_t>(Threads, Parts.size())));
  for (size_t Part = 0; Part < Parts.size(); ++Part)
    Pool.async(EmitPart, Part);
  Pool.wait();
  return Objects;
}

std::vector<ObjectBytes> emitObjects(Module &M, TargetMachine &Machine,
                                     const CodegenOptions &Options) {
  return emitParts(M, Machine, Options, PartitionRule::Work, Options.Threads);
}

std::vector<ObjectBytes> emitObjectsByHeat(Module &M, TargetMachine &Machine,
                                           const CodegenOptions &Options) {
  if (!M.getProfileSummary(/*IsCS=*/false))
    return {emitObject(M, Machine, Options)};
  return emitParts(M, Machine, Options, PartitionRule::Heat, /*Threads=*/1);
}

ObjectBytes emitObject(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  enableLoopStrengthReduction(!hasOwnPasses(M, Options.Level));
  return emit(M, Machine, Options, CodeGenFileType::ObjectFile);
}

ObjectBytes emitAssembly(Module &M, TargetMachine &Machine, const CodegenOptions &Options) {
  enableLoopStrengthReduction(!hasOwnPasses(M, Options.Level));
  return emit(M, Machine, Options, CodeGenFileType::AssemblyFile);
}

} // namespace w2n
