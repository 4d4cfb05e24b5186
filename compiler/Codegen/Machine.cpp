//===- Machine.cpp - The machine code is made for --------------------------===//

#include "Codegen/Codegen.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCSubtargetInfo.h"
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

/// The CPU and the features that come with it.
struct CPU {
  std::string Name;
  SmallVector<std::string, 8> Features;
};

Expected<CPU> resolveCPU(const TargetSpec &Target, const CodegenOptions &Options) {
  if (Options.CPU != "native")
    return CPU{Options.CPU.empty() ? Target.DefaultCPU.str() : Options.CPU, {}};
  if (Triple(sys::getDefaultTargetTriple()).getArch() != Triple(Target.Triple).getArch())
    return inputError("--cpu=native is this machine, which is not a " + Target.Name);
  CPU Result{sys::getHostCPUName().str(), {}};
  for (const auto &Feature : sys::getHostCPUFeatures())
    Result.Features.push_back((Feature.second ? "+" : "-") + Feature.first().str());
  return Result;
}

/// LLVM warns of an unknown CPU or feature on stderr and goes on; here it is an error,
/// found by asking the table of the target first.
Error checkKnown(const llvm::Target &Backend, const Triple &TheTriple, StringRef CPU,
                 ArrayRef<std::string> Features) {
  const std::unique_ptr<MCSubtargetInfo> Subtarget(
      Backend.createMCSubtargetInfo(TheTriple, "", ""));
  if (!Subtarget->isCPUStringValid(CPU))
    return inputError("unknown CPU '" + CPU + "' for " + TheTriple.getArchName());
  for (const StringRef Feature : Features) {
    const bool Signed = Feature.starts_with("+") || Feature.starts_with("-");
    const auto Known = Subtarget->getAllProcessorFeatures();
    if (!Signed || none_of(Known, [&](const SubtargetFeatureKV &Row) {
          return Feature.drop_front() == Row.Key;
        }))
      return inputError("unknown CPU feature '" + Feature + "' for " + TheTriple.getArchName() +
                        " (write +name or -name)");
  }
  return Error::success();
}

} // namespace

Expected<std::unique_ptr<TargetMachine>> createTargetMachine(const TargetSpec &Target,
                                                             const CodegenOptions &Options) {
  initializeTargets();
  std::string Problem;
  const Triple TheTriple(Target.Triple);
  const llvm::Target *Backend = TargetRegistry::lookupTarget(TheTriple, Problem);
  if (!Backend)
    return make_error<InternalError>("LLVM has no " + Target.Name + ": " + Problem);
  Expected<CPU> Machine = resolveCPU(Target, Options);
  if (!Machine)
    return Machine.takeError();
  SmallVector<StringRef, 8> Asked;
  StringRef(Options.CPUFeatures).split(Asked, ',', -1, /*KeepEmpty=*/false);
  SmallVector<std::string, 8> AskedFeatures(Asked.begin(), Asked.end());
  if (Error E = checkKnown(*Backend, TheTriple, Machine->Name, AskedFeatures))
    return std::move(E);
  append_range(Machine->Features, AskedFeatures);
  TargetOptions MachineOptions;
  // What cannot be reached ends in a trap instruction, not in the next function.
  MachineOptions.TrapUnreachable = true;
  MachineOptions.NoTrapAfterNoreturn = true;
  return std::unique_ptr<TargetMachine>(Backend->createTargetMachine(
      TheTriple, Machine->Name, join(Machine->Features, ","), MachineOptions, Reloc::PIC_,
      CodeModel::Small, codegenLevel(Options.Level)));
}

uint64_t requiredCPUFeatures(const TargetMachine &Machine) {
  if (!Machine.getTargetTriple().isX86())
    return 0;
  uint64_t Required = 0;
  const MCSubtargetInfo &Subtarget = *Machine.getMCSubtargetInfo();
#define W2N_CPU_FEATURE(NAME, BIT, LLVM_NAME, MESSAGE)                                             \
  if (Subtarget.checkFeatures("+" LLVM_NAME))                                                      \
    Required |= uint64_t{1} << (BIT);
#include "abi/cpu_features.def"
  return Required;
}

} // namespace w2n
