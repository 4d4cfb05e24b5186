//===- Dependencies.h - What an output is made of, for make ----------------===//

#ifndef W2N_DRIVER_DEPENDENCIES_H
#define W2N_DRIVER_DEPENDENCIES_H

#include "Driver/Options.h"

namespace w2n {

/// Writes a rule of make, which ninja and CMake read as well, to the file that Opts name:
/// that the output is made of the input. The compiler itself is not in it. Does nothing where they
/// name no file.
llvm::Error writeDependencies(const Options &Opts);

} // namespace w2n

#endif // W2N_DRIVER_DEPENDENCIES_H
