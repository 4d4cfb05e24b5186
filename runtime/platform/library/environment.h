//===- environment.h - The environment of a process that one is a part of --===//
//
// Implemented by environment_<system>.c; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LIBRARY_ENVIRONMENT_H
#define W2N_PLATFORM_LIBRARY_ENVIRONMENT_H

// The value that a variable had when the process was started; null where it had none.
const char *w2n_library_variable(const char *name);

#endif // W2N_PLATFORM_LIBRARY_ENVIRONMENT_H
