//===- Targets.h - The rows that Registry.cpp collects ---------------------===//

#ifndef W2N_TARGET_TARGETS_H
#define W2N_TARGET_TARGETS_H

#include "Target/TargetSpec.h"

namespace w2n {

extern const TargetSpec AArch64Linux;
extern const TargetSpec X86_64Linux;

extern const TargetSpec Arm64MacOS;
extern const TargetSpec X86_64MacOS;
extern const TargetSpec Arm64IOS;
extern const TargetSpec Arm64IOSSimulator;
extern const TargetSpec X86_64IOSSimulator;
extern const TargetSpec Arm64MacCatalyst;
extern const TargetSpec X86_64MacCatalyst;

} // namespace w2n

#endif // W2N_TARGET_TARGETS_H
