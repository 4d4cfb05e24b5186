//===- copy.h - The fastest way to move much memory on AArch64 -------------===//

#ifndef W2N_CPU_COPY_H
#define W2N_CPU_COPY_H

#include <stddef.h>

// The loop of vectors is fastest for every size.
#define W2N_LARGE_COPY SIZE_MAX

static inline void w2n_copy_large(void *to, const void *from, size_t size) {
  (void)to, (void)from, (void)size;
}

static inline void w2n_set_large(void *to, int value, size_t size) {
  (void)to, (void)value, (void)size;
}

#endif // W2N_CPU_COPY_H
