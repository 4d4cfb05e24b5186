//===- writer.c - Text for people, without a C library ---------------------===//

#include "core/writer.h"

#include "platform/os.h"

void w2n_write_flush(struct w2n_writer *writer) {
  writer->has_failed |= !w2n_os_write(writer->fd, writer->buffer, writer->size);
  writer->size = 0;
}

void w2n_write_character(struct w2n_writer *writer, char c) {
  if (writer->size == sizeof writer->buffer)
    w2n_write_flush(writer);
  writer->buffer[writer->size++] = c;
}

void w2n_write_string(struct w2n_writer *writer, const char *text) {
  while (*text)
    w2n_write_character(writer, *text++);
}

static void write_number(struct w2n_writer *writer, uint64_t value, unsigned base) {
  char digits[20];
  unsigned count = 0;
  do {
    digits[count++] = "0123456789abcdef"[value % base];
    value /= base;
  } while (value);
  while (count)
    w2n_write_character(writer, digits[--count]);
}

void w2n_write_decimal(struct w2n_writer *writer, uint64_t value) {
  write_number(writer, value, 10);
}

void w2n_write_hexadecimal(struct w2n_writer *writer, uint64_t value) {
  write_number(writer, value, 16);
}

void w2n_write_escaped(struct w2n_writer *writer, const char *text) {
  for (; *text; ++text) {
    const uint8_t c = (uint8_t)text[0];
    // U+0080 to U+009F are control characters too: C2 80 to C2 9F.
    const int second_control = c == 0xC2 && ((uint8_t)text[1] & 0xE0) == 0x80;
    if (c >= 0x20 && c != 0x7F && !second_control) {
      w2n_write_character(writer, text[0]);
      continue;
    }
    const uint8_t value = second_control ? (uint8_t)*++text : c;
    w2n_write_character(writer, '\\');
    w2n_write_character(writer, "0123456789abcdef"[value >> 4]);
    w2n_write_character(writer, "0123456789abcdef"[value & 15]);
  }
}
