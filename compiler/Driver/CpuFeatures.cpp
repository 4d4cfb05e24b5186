//===- CpuFeatures.cpp - What a program needs of the CPU it starts on ------===//

#include "Driver/CpuFeatures.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/MC/MCSubtargetInfo.h"

using namespace llvm;

namespace w2n {

namespace {
struct CpuFeatureRow {
  unsigned Bit;
  StringRef LLVMName;
};

constexpr CpuFeatureRow Rows[] = {
#define W2N_CPU_FEATURE(NAME, BIT, LLVM_NAME, TEXT) {BIT, LLVM_NAME},
#include "abi/cpu_features.def"
};
} // namespace

uint64_t requiredCpuFeatures(const TargetMachine &Machine) {
  const MCSubtargetInfo &Subtarget = *Machine.getMCSubtargetInfo();
  uint64_t Required = 0;
  // What the target's own table does not list is another architecture's.
  for (const SubtargetFeatureKV &Feature : Subtarget.getAllProcessorFeatures())
    if (Subtarget.hasFeature(Feature.Value))
      if (const auto *Row =
              find_if(Rows, [&](const CpuFeatureRow &R) { return R.LLVMName == Feature.Key; });
          Row != std::end(Rows))
        Required |= uint64_t(1) << Row->Bit;
  return Required;
}

} // namespace w2n
