//===- library_error.c - Messages for the host -----------------------------===//

#include "placement/library.h"

void w2n_error_clear(w2n_error *error) {
  error->trap_code = 0;
  error->exit_status = 0;
  error->exception = 0;
  error->frame_count = 0;
  error->frames_omitted = 0;
  error->message[0] = '\0';
}

void w2n_error_append_bytes(w2n_error *error, const char *text, uint64_t length) {
  size_t end = 0;
  while (error->message[end])
    ++end;
  for (uint64_t i = 0; i < length && end + 1 < sizeof(error->message); ++i) {
    unsigned char c = (unsigned char)text[i];
    error->message[end++] = c < 0x20 || c == 0x7F ? '?' : (char)c;
  }
  error->message[end] = '\0';
}

void w2n_error_append(w2n_error *error, const char *text) {
  uint64_t length = 0;
  while (text[length])
    ++length;
  w2n_error_append_bytes(error, text, length);
}

void w2n_error_append_number(w2n_error *error, uint64_t number) {
  char digits[20];
  size_t first = sizeof(digits);
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  w2n_error_append_bytes(error, digits + first, sizeof(digits) - first);
}
