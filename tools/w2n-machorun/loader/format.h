//===- format.h - printf() for the arguments of Darwin ---------------------===//

#ifndef W2N_MACHORUN_FORMAT_H
#define W2N_MACHORUN_FORMAT_H

#include <stdint.h>
#include <stdio.h>

// Writes a format with arguments, and gives what printf() does. The list is a va_list of
// Darwin as functions are passed one.
int machorun_format(FILE *stream, const char *format, void *list);
int machorun_format_string(char *buffer, size_t size, const char *format, void *list);

// Of the CPU: the next argument, of 64 bits where passed in that many.
struct machorun_list;
uint64_t machorun_next_integer(struct machorun_list *list);
double machorun_next_double(struct machorun_list *list);

// Of the CPU: how far arguments have been taken.
struct machorun_list {
  void *position;
};

#endif // W2N_MACHORUN_FORMAT_H
