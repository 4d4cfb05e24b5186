//===- writer.h - Text for people, without a C library ---------------------===//

#ifndef W2N_CORE_WRITER_H
#define W2N_CORE_WRITER_H

#include <stddef.h>
#include <stdint.h>

// Text on its way to a descriptor. Lives on the stack, so that the fault handler can use
// one too: struct w2n_writer writer = {.fd = 2};
struct w2n_writer {
  int fd;
  // Whether something could not be written.
  int has_failed;
  size_t size;
  char buffer[480];
};

void w2n_write_string(struct w2n_writer *writer, const char *text);
void w2n_write_character(struct w2n_writer *writer, char c);
void w2n_write_decimal(struct w2n_writer *writer, uint64_t value);
void w2n_write_hexadecimal(struct w2n_writer *writer, uint64_t value);
// UTF-8 text of which control characters are written as \xx, so that it can do nothing to
// a terminal.
void w2n_write_escaped(struct w2n_writer *writer, const char *text);
// Everything that is not yet written; call it last.
void w2n_write_flush(struct w2n_writer *writer);

#endif // W2N_CORE_WRITER_H
