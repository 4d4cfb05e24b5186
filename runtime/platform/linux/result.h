//===- result.h - Results of Linux system calls in the numbers of WASI ------===//

#ifndef W2N_PLATFORM_LINUX_RESULT_H
#define W2N_PLATFORM_LINUX_RESULT_H

#include <stdint.h>

// What a system call gave, with its error as the negated W2N_WASI_* number.
int64_t w2n_linux_result(int64_t result);

#endif // W2N_PLATFORM_LINUX_RESULT_H
