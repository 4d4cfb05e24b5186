//===- rounding.h - Rounding to an integer without instructions for it -----===//
//
// W2N_ROUNDING(T, SUFFIX, BITS): adding and taking away 2^(BITS - 1), which has no bits
// for fractions, rounds a smaller positive number to the nearest integer, ties to even.
// Signs are kept, of zeros too; NaNs become quiet.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LIBC_ROUNDING_H
#define W2N_LIBC_ROUNDING_H

#define W2N_ROUNDING(T, SUFFIX, BITS)                                                              \
  static inline T w2n_nearest##SUFFIX(T x) {                                                       \
    const T integers = (T)(1ull << ((BITS) - 1));                                                  \
    const T magnitude = __builtin_fabs##SUFFIX(x);                                                 \
    if (!(magnitude < integers))                                                                   \
      return x == x ? x : x + x;                                                                   \
    return __builtin_copysign##SUFFIX(magnitude + integers - integers, x);                         \
  }

W2N_ROUNDING(double, , 53)
W2N_ROUNDING(float, f, 24)

#undef W2N_ROUNDING

#endif // W2N_LIBC_ROUNDING_H
