/* Matrices as the kernels have them: on the heap, behind pointers to arrays whose sizes compilers
   know; each is filled with numbers that its place gives. */
#ifndef W2N_BENCH_KERNEL_H
#define W2N_BENCH_KERNEL_H

#include "../workload.h"

#define NEW_VECTOR(NAME, LENGTH) double (*NAME)[LENGTH] = malloc(sizeof *NAME)
#define NEW_MATRIX(NAME, ROWS, COLUMNS) double (*NAME)[ROWS][COLUMNS] = malloc(sizeof *NAME)

/* Any vector or matrix, given as *NAME. */
#define FILL(OBJECT, SALT) fill_values((double *)(OBJECT), sizeof(OBJECT) / sizeof(double), SALT)
#define CLEAR(OBJECT) memset(OBJECT, 0, sizeof(OBJECT))
#define MIX(SUM, OBJECT) mix_doubles(SUM, (const double *)(OBJECT), sizeof(OBJECT) / sizeof(double))

/* Values between 0 and 1, none 0. */
static inline void fill_values(double *values, size_t count, uint32_t salt) {
  for (size_t i = 0; i < count; ++i)
    values[i] = (double)((i * (2 * salt + 7) + salt) % 1021 + 1) / 1024;
}

/* Makes a square matrix one with which equations can be solved without pivoting. */
static inline void make_dominant(double *matrix, int order) {
  for (int i = 0; i < order; ++i)
    matrix[i * order + i] += order;
}

#endif
