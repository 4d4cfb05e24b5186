//===- Targets.h - The rows that Registry.cpp collects ---------------------===//

#ifndef W2N_TARGET_TARGETS_H
#define W2N_TARGET_TARGETS_H

#include "Target/TargetSpec.h"

namespace w2n {

extern const TargetSpec AArch64Linux;
extern const TargetSpec Arm64MacOS;
extern const TargetSpec X86_64Linux;
extern const TargetSpec X86_64MacOS;

/// What every macOS row has in common: the oldest macOS whose dyld and kernel take
/// all that we emit, chained fixups foremost, and the SDK whose rules we follow.
inline constexpr llvm::StringRef MacOSMinimum = "12.0";
inline constexpr llvm::StringRef MacOSSDK = "14.0";

} // namespace w2n

#endif // W2N_TARGET_TARGETS_H
