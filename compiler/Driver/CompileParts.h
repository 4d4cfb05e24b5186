//===- CompileParts.h - From a module to objects, in parallel --------------===//

#ifndef W2N_DRIVER_COMPILEPARTS_H
#define W2N_DRIVER_COMPILEPARTS_H

#include "Codegen/Profile.h"
#include "Driver/StageClock.h"
#include "Lower/LoweringPlan.h"

#include <vector>

namespace w2n {

/// Makes object files of each part of Plan, in at most Codegen.Threads threads. Codegen is
/// known to be right for Target; Lower is what the plan was made with, for this target.
/// Everything that a part needs is freed as soon as its object is there. What each stage took,
/// added up over the threads, is added to the running stage of Clock. Adds to Match what was of use
/// of a profile, by which the objects are then ordered.
std::vector<ObjectBytes> compileParts(const LoweringPlan &Plan, const TargetSpec &Target,
                                      const LowerOptions &Lower, const CodegenOptions &Codegen,
                                      StageClock &Clock, ProfileMatch &Match);

} // namespace w2n

#endif // W2N_DRIVER_COMPILEPARTS_H
