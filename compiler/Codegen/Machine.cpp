//===- Machine.cpp - The machine code is made for --------------------------===//

#include "Codegen/CPUFeatures.h"
#include "Codegen/Codegen.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"

#include <mutex>

using namespace llvm;

namespace w2n {

namespace {

void initializeTargets() {
  static std::once_flag Once;
  std::call_once(Once, [] {
    InitializeAllTargetInfos();
    InitializeAllTargets();
    InitializeAllTargetMCs();
    InitializeAllAsmPrinters();
  });
}

CodeGenOptLevel codegenLevel(OptimizationLevel Level) {
  switch (Level) {
  case OptimizationLevel::O0:
    return CodeGenOptLevel::None;
  case OptimizationLevel::O1:
    return CodeGenOptLevel::Less;
  case OptimizationLevel::O2:
  case OptimizationLevel::Os:
    return CodeGenOptLevel::Default;
  case OptimizationLevel::O3:
    return CodeGenOptLevel::Aggressive;
  }
  llvm_unreachable("unknown optimisation level");
}

/// What LLVM is told beyond the CPU's name: what code must not use of it, and of this
/// machine what it has that LLVM does not expect of its kind.
SmallVector<std::string, 0> featuresOf(StringRef CPU, bool IsNative, const CPUFeatures &Features) {
  SmallVector<std::string, 0> Result = Features.withheldFrom(CPU);
  if (!IsNative)
    return Result;
  for (const auto &Found : sys::getHostCPUFeatures())
    if (Features.isUsable(Found.first()))
      Result.push_back((Found.second ? "+" : "-") + Found.first().str());
  return Result;
}

} // namespace

Expected<std::string> cpuName(const TargetSpec &Target, const CodegenOptions &Options) {
  if (Options.CPU != "native")
    return Options.CPU.empty() ? Target.DefaultCPU.str() : Options.CPU;
  if (Triple(sys::getDefaultTargetTriple()).getArch() != Target.triple().getArch())
    return inputError("--cpu=native is this machine, and code for " + Target.Name +
                      " cannot run on it");
  return sys::getHostCPUName().str();
}

static Expected<const llvm::Target *> backendFor(const TargetSpec &Target) {
  initializeTargets();
  std::string Problem;
  const llvm::Target *Backend = TargetRegistry::lookupTarget(Target.triple(), Problem);
  if (!Backend)
    return make_error<InternalError>("LLVM has no " + Target.Name + ": " + Problem);
  return Backend;
}

Expected<std::unique_ptr<TargetMachine>> createTargetMachine(const TargetSpec &Target,
                                                             const CodegenOptions &Options) {
  auto Backend = backendFor(Target);
  if (!Backend)
    return Backend.takeError();
  auto Name = cpuName(Target, Options);
  if (!Name)
    return Name.takeError();
  const CPUFeatures Usable(Target, **Backend);
  // LLVM warns of an unknown CPU or feature on stderr and goes on.
  if (Error E = Usable.checkCPU(*Name))
    return std::move(E);
  SmallVector<std::string, 0> Features = featuresOf(*Name, Options.CPU == "native", Usable);
  SmallVector<StringRef, 8> Asked;
  StringRef(Options.CPUFeatures).split(Asked, ',', -1, /*KeepEmpty=*/false);
  for (const StringRef Feature : Asked) {
    if (Error E = Usable.checkFeature(Feature))
      return std::move(E);
    Features.push_back(Feature.str());
  }
  TargetOptions MachineOptions;
  // What cannot be reached ends in a trap instruction, not in the next function.
  MachineOptions.TrapUnreachable = true;
  MachineOptions.NoTrapAfterNoreturn = true;
  return std::unique_ptr<TargetMachine>(
      (*Backend)->createTargetMachine(Target.triple(), *Name, join(Features, ","), MachineOptions,
                                      Reloc::PIC_, CodeModel::Small, codegenLevel(Options.Level)));
}

uint64_t requiredCPUFeatures(const TargetSpec &Target, const TargetMachine &Machine) {
  return CPUFeatures(Target, Machine.getTarget()).required(*Machine.getMCSubtargetInfo());
}

} // namespace w2n
