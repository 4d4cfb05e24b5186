//===- CPUFeatures.h - Which features of a CPU code may use ----------------===//
//
// Code may use what all machines of its target have, and what a program checks for when
// it starts (the rows of abi/cpu_features.def). Nothing else, whatever CPU it is made
// for: an instruction that is not there would be a fault in the middle of the program.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CODEGEN_CPUFEATURES_H
#define W2N_CODEGEN_CPUFEATURES_H

#include "Target/TargetSpec.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"

#include <string>

namespace w2n {

class CPUFeatures {
public:
  /// Both must outlive this object.
  CPUFeatures(const TargetSpec &Target, const llvm::Target &Backend);

  /// An InputError where LLVM does not know the CPU, or it cannot run code for the target.
  llvm::Error checkCPU(llvm::StringRef CPU) const;

  /// An InputError unless Feature is +name or -name of one that code may use.
  llvm::Error checkFeature(llvm::StringRef Feature) const;

  /// "-name" for all that the CPU has and code must not use.
  llvm::SmallVector<std::string, 0> withheldFrom(llvm::StringRef CPU) const;

  /// Whether code may use a feature of this name.
  bool isUsable(llvm::StringRef Name) const;

  /// The bits of what a program has to check for.
  uint64_t required(const llvm::MCSubtargetInfo &Machine) const;

  /// LLVM's names of the features that such bits stand for.
  llvm::SmallVector<llvm::StringRef> names(uint64_t Bits) const;

private:
  using Subtarget = std::unique_ptr<const llvm::MCSubtargetInfo>;

  const TargetSpec &Target;
  const llvm::Target &Backend;
  Subtarget Baseline;

  Subtarget subtargetFor(llvm::StringRef CPU) const;
};

} // namespace w2n

#endif // W2N_CODEGEN_CPUFEATURES_H
