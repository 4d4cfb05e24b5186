//===- CpuFeatures.h - What a program needs of the CPU it starts on --------===//

#ifndef W2N_DRIVER_CPUFEATURES_H
#define W2N_DRIVER_CPUFEATURES_H

#include "llvm/Target/TargetMachine.h"

#include <cstdint>

namespace w2n {

/// The bits of abi/cpu_features.def for the features that Machine makes code with.
uint64_t requiredCpuFeatures(const llvm::TargetMachine &Machine);

} // namespace w2n

#endif // W2N_DRIVER_CPUFEATURES_H
