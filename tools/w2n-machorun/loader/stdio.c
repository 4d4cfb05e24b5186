//===- stdio.c - Streams as libSystem has them -----------------------------===//
//
// FILE is Linux's behind a pointer, which no macro of our headers for hosts looks into.
//
//===----------------------------------------------------------------------===//

#include "format.h"
#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <string.h>

// Pointers that programs read.
FILE *darwin___stdinp;
FILE *darwin___stdoutp;
FILE *darwin___stderrp;

__attribute__((constructor)) static void set_streams(void) {
  darwin___stdinp = stdin;
  darwin___stdoutp = stdout;
  darwin___stderrp = stderr;
}

int machorun_printf(const char *format, void *list) {
  return machorun_format(stdout, format, list);
}

int machorun_fprintf(FILE *stream, const char *format, void *list) {
  return machorun_format(stream, format, list);
}

int machorun_snprintf(char *buffer, size_t size, const char *format, void *list) {
  return machorun_format_string(buffer, size, format, list);
}

int darwin_vprintf(const char *format, void *list) { return machorun_format(stdout, format, list); }

int darwin_vfprintf(FILE *stream, const char *format, void *list) {
  return machorun_format(stream, format, list);
}

int darwin_vsnprintf(char *buffer, size_t size, const char *format, void *list) {
  return machorun_format_string(buffer, size, format, list);
}

FILE *darwin_fopen(const char *path, const char *mode) {
  FILE *result = fopen(path, mode);
  if (!result)
    machorun_result(-1);
  return result;
}

void darwin_perror(const char *text) {
  fprintf(stderr, "%s: %s\n", text, darwin_strerror(*darwin_error()));
}

const char *darwin_strerror(int darwin_errno) {
  return strerror(machorun_linux_errno(darwin_errno));
}
