//===- library_message.c - Texts for the host ------------------------------===//

#include "placement/library_message.h"

void w2n_message_append_bytes(struct w2n_message *message, const char *text, uint64_t length) {
  size_t end = 0;
  while (message->text[end])
    ++end;
  for (uint64_t i = 0; i < length && end + 1 < sizeof(message->text); ++i) {
    const unsigned char c = (unsigned char)text[i];
    message->text[end++] = c < 0x20 || c == 0x7F ? '?' : (char)c;
  }
  message->text[end] = '\0';
}

void w2n_message_append(struct w2n_message *message, const char *text) {
  uint64_t length = 0;
  while (text[length])
    ++length;
  w2n_message_append_bytes(message, text, length);
}

void w2n_message_append_number(struct w2n_message *message, uint64_t number) {
  char digits[20];
  size_t first = sizeof(digits);
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  w2n_message_append_bytes(message, digits + first, sizeof(digits) - first);
}
