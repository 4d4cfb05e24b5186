//===- CPUFeatures.cpp - Which features of a CPU code may use --------------===//

#include "Codegen/CPUFeatures.h"

#include "Support/Error.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace w2n {

namespace {

/// A row of abi/cpu_features.def.
struct Row {
  StringRef Name;
  unsigned Bit;
};

constexpr Row X86Rows[] = {
#define W2N_X86_64_FEATURE(NAME, BIT, LLVM_NAME, MESSAGE) {LLVM_NAME, BIT},
#include "abi/cpu_features.def"
};

constexpr Row AArch64Rows[] = {
#define W2N_AARCH64_FEATURE(NAME, BIT, LLVM_NAME, MESSAGE) {LLVM_NAME, BIT},
#include "abi/cpu_features.def"
};

constexpr StringRef X86Instructions[] = {
#define X86_FEATURE(ENUM, NAME) NAME,
#define X86_MICROARCH_LEVEL(...)
#include "llvm/TargetParser/X86TargetParser.def"
};

ArrayRef<Row> rowsFor(const TargetSpec &Target) {
  return Target.triple().isX86() ? ArrayRef(X86Rows) : ArrayRef(AArch64Rows);
}

bool has(const MCSubtargetInfo &Machine, StringRef Feature) {
  return Machine.checkFeatures(("+" + Feature).str());
}

/// Whether LLVM's feature is about instructions, and not about which of them are fast.
bool isOfInstructions(const Triple &Machine, StringRef Feature) {
  if (Machine.isX86())
    return is_contained(X86Instructions, Feature);
  return AArch64::targetFeatureToExtension(("+" + Feature).str()).has_value();
}

} // namespace

CPUFeatures::CPUFeatures(const TargetSpec &Target, const llvm::Target &Backend)
    : Target(Target), Backend(Backend), Baseline(subtargetFor(Target.BaselineCPU)) {}

CPUFeatures::Subtarget CPUFeatures::subtargetFor(StringRef CPU) const {
  return Subtarget(Backend.createMCSubtargetInfo(Target.triple(), CPU, ""));
}

bool CPUFeatures::isUsable(StringRef Name) const {
  const bool IsChecked = any_of(rowsFor(Target), [&](const Row &R) { return R.Name == Name; });
  return (IsChecked && Target.ChecksCPU) || has(*Baseline, Name);
}

Error CPUFeatures::checkCPU(StringRef CPU) const {
  const Triple Machine = Target.triple();
  if (!Baseline->isCPUStringValid(CPU))
    return inputError("unknown CPU '" + CPU + "' for " + Machine.getArchName());
  if (Machine.isX86() && !has(*subtargetFor(CPU), "64bit"))
    return inputError("CPU '" + CPU + "' has no 64-bit mode");
  return Error::success();
}

Error CPUFeatures::checkFeature(StringRef Feature) const {
  const bool Signed = Feature.starts_with("+") || Feature.starts_with("-");
  const StringRef Name = Feature.drop_front();
  const bool Known = any_of(Baseline->getAllProcessorFeatures(),
                            [&](const SubtargetFeatureKV &F) { return Name == F.Key; });
  if (!Signed || !Known)
    return inputError("unknown CPU feature '" + Feature + "' for " + Target.triple().getArchName() +
                      " (write +name or -name)");
  const bool HasRow = any_of(rowsFor(Target), [&](const Row &R) { return R.Name == Name; });
  if (has(*Baseline, Name) && !HasRow)
    return inputError("CPU feature '" + Name + "' cannot be chosen for " + Target.Name +
                      ", whose code always relies on it");
  if (!HasRow || !isUsable(Name))
    return inputError("CPU feature '" + Name + "' cannot be chosen for " + Target.Name +
                      ": a program does not check for it when it starts");
  return Error::success();
}

SmallVector<std::string, 0> CPUFeatures::withheldFrom(StringRef CPU) const {
  SmallVector<std::string, 0> Result;
  const Triple Machine = Target.triple();
  const Subtarget Whole = subtargetFor(CPU);
  for (const SubtargetFeatureKV &F : Whole->getAllProcessorFeatures())
    if (has(*Whole, F.Key) && isOfInstructions(Machine, F.Key) && !isUsable(F.Key))
      Result.push_back("-" + std::string(F.Key));
  return Result;
}

SmallVector<StringRef> CPUFeatures::names(uint64_t Bits) const {
  SmallVector<StringRef> Result;
  for (const Row &R : rowsFor(Target))
    if (Bits >> R.Bit & 1)
      Result.push_back(R.Name);
  return Result;
}

uint64_t CPUFeatures::required(const MCSubtargetInfo &Machine) const {
  uint64_t Result = 0;
  for (const Row &R : rowsFor(Target))
    if (has(Machine, R.Name) && !has(*Baseline, R.Name))
      Result |= uint64_t{1} << R.Bit;
  return Result;
}

} // namespace w2n
