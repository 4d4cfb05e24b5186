//===- cpu.h - What differs between CPUs, whatever the system --------------===//
//
// Implemented in cpu/<CPU>/; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CPU_CPU_H
#define W2N_CPU_CPU_H

#include <stdint.h>

struct w2n_fault;

// Calls a function on another stack, of which top is the first address above it (a
// multiple of 16), and comes back to this one.
void w2n_call_on_stack(void *top, void (*function)(void *), void *argument);

// The features of abi/cpu_features.def that this machine and its system have; environment
// is what the process was started with.
uint64_t w2n_cpu_features(char **environment);
// What messages call the feature of a bit.
const char *w2n_cpu_feature_name(unsigned bit);

// The return address of a compiled function that faulted without having set up a frame,
// so that the chain of frame pointers misses its caller; 0 where it has one. start is
// its first instruction, or 0 for a function of libc/, none of which has a frame;
// stack_end is as in w2n_call_stack_end().
uintptr_t w2n_frameless_return_address(const struct w2n_fault *fault, uintptr_t start,
                                       uintptr_t stack_end);

#endif // W2N_CPU_CPU_H
