//===- CompileParts.h - From a module to objects, in parallel --------------===//

#ifndef W2N_DRIVER_COMPILEPARTS_H
#define W2N_DRIVER_COMPILEPARTS_H

#include "Codegen/Codegen.h"
#include "Driver/StageClock.h"
#include "Lower/LoweringPlan.h"

#include <vector>

namespace w2n {

/// Makes an object file of each part of Plan, in at most Codegen.Threads threads. Codegen is
/// known to be right for Target; Lower is what the plan was made with, for this target.
/// Everything that a part needs is freed as soon as its object is there. What each stage took,
/// added up over the threads, is added to the running stage of Clock.
std::vector<ObjectBytes> compileParts(const LoweringPlan &Plan, const TargetSpec &Target,
                                      const LowerOptions &Lower, const CodegenOptions &Codegen,
                                      StageClock &Clock);

} // namespace w2n

#endif // W2N_DRIVER_COMPILEPARTS_H
