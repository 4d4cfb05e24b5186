//===- Pipeline.h - From an input file to an output file -------------------===//

#ifndef W2N_DRIVER_PIPELINE_H
#define W2N_DRIVER_PIPELINE_H

#include "Driver/CodeCache.h"
#include "Driver/Options.h"
#include "Driver/StageClock.h"
#include "Support/Diagnostics.h"

namespace w2n {

/// Compiles as Opts say. Problems go to Diags; after an error there is no output, and
/// what was at its place before is untouched. Every stage is timed by Clock. Code that
/// is in Cache, unless that is null, is taken from there. May be called any number of times
/// in a process.
void compile(const Options &Opts, Diagnostics &Diags, StageClock &Clock, CodeCache *Cache);

} // namespace w2n

#endif // W2N_DRIVER_PIPELINE_H
