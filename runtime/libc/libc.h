//===- libc.h - The functions of C that LLVM calls by itself ---------------===//
//
// As the C standard has them.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LIBC_LIBC_H
#define W2N_LIBC_LIBC_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *a, const void *b, size_t size);

// Of Darwin. The last fills with a pattern of 16 bytes, the last of which may be cut off.
void bzero(void *to, size_t size);
void __bzero(void *to, size_t size);
void memset_pattern16(void *to, const void *pattern, size_t size);

double floor(double x);
double ceil(double x);
double trunc(double x);
double rint(double x);
double nearbyint(double x);
double roundeven(double x);
float floorf(float x);
float ceilf(float x);
float truncf(float x);
float rintf(float x);
float nearbyintf(float x);
float roundevenf(float x);

#endif // W2N_LIBC_LIBC_H
