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

/// An error where a machine with the features of Higher need not have those of Lower, which belong
/// to the CPU called Previous, or has no others.
static Error checkOrder(const CPUFeatures &Features, StringRef Previous, uint64_t Lower,
                        const CPULevel &Higher) {
  if (Higher.Required == Lower)
    return inputError("--cpu: '" + Higher.CPU + "' has no feature that '" + Previous +
                      "' before it has not");
  if (const uint64_t Missing = Lower & ~Higher.Required)
    return inputError("--cpu: '" + Higher.CPU + "' has to have all features of '" + Previous +
                      "' before it, and lacks " + join(Features.names(Missing), ", "));
  return Error::success();
}

Expected<std::vector<CPULevel>> resolveCPULevels(const TargetSpec &Target,
                                                 const TargetMachine &Floor,
                                                 const CodegenOptions &Options) {
  std::vector<CPULevel> Result;
  if (!Options.HigherCPUs.empty() && !Target.ChecksCPU)
    return inputError("--cpu takes one CPU for " + Target.Name +
                      ", where code uses what every machine has");
  const CPUFeatures Features(Target, Floor.getTarget());
  std::string Previous = Floor.getTargetCPU().str();
  uint64_t Lower = requiredCPUFeatures(Target, Floor);
  for (const std::string &Name : Options.HigherCPUs) {
    CodegenOptions OfLevel = Options;
    OfLevel.CPU = Name;
    auto Machine = createTargetMachine(Target, OfLevel);
    if (!Machine)
      return Machine.takeError();
    CPULevel &Level = Result.emplace_back();
    Level.CPU = (*Machine)->getTargetCPU().str();
    Level.Features = (*Machine)->getTargetFeatureString().str();
    Level.Required = requiredCPUFeatures(Target, **Machine);
    if (Error E = checkOrder(Features, Previous, Lower, Level))
      return std::move(E);
    Previous = Level.CPU;
    Lower = Level.Required;
  }
  return Result;
}

uint64_t requiredCPUFeatures(const TargetSpec &Target, const TargetMachine &Machine) {
  return CPUFeatures(Target, Machine.getTarget()).required(*Machine.getMCSubtargetInfo());
}

} // namespace w2n
