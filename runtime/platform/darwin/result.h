//===- result.h - Results of libSystem in the numbers of WASI ---------------===//

#ifndef W2N_PLATFORM_DARWIN_RESULT_H
#define W2N_PLATFORM_DARWIN_RESULT_H

#include <stdint.h>

// What a function gave; where that is -1, the error it left, as the negated W2N_WASI_*
// number.
int64_t w2n_darwin_result(int64_t result);

#endif // W2N_PLATFORM_DARWIN_RESULT_H
