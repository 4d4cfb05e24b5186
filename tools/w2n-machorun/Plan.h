//===- Plan.h - What a loader has to do for images -------------------------===//

#ifndef W2N_MACHORUN_PLAN_MAKER_H
#define W2N_MACHORUN_PLAN_MAKER_H

#include "Process.h"

namespace w2n::machorun {

struct PlanOptions {
  /// The first image to load; those before it are there.
  unsigned First = 0;
  /// The image that is asked for.
  unsigned Opened = 0;
  /// Whether the process is to be denied executable memory by the kernel.
  bool DeniesCode = false;
};

/// The plan (loader/plan.h) for images of a process, with all symbols bound. An InputError
/// where dyld would not find one, and where something is not modelled.
llvm::Expected<llvm::SmallVector<char, 0>> makePlan(const Process &Of, const PlanOptions &Options);

} // namespace w2n::machorun

#endif // W2N_MACHORUN_PLAN_MAKER_H
