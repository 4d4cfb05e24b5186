//===- copy.h - The fastest way to move much memory on x86-64 --------------===//

#ifndef W2N_CPU_COPY_H
#define W2N_CPU_COPY_H

#include <stddef.h>

// From this size on the string instructions are faster than a loop of vectors.
enum { W2N_LARGE_COPY = 2048 };

// Forwards, byte by byte as far as anyone can see.
static inline void w2n_copy_large(void *to, const void *from, size_t size) {
  __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size)::"memory");
}

static inline void w2n_set_large(void *to, int value, size_t size) {
  __asm__ volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
}

#endif // W2N_CPU_COPY_H
