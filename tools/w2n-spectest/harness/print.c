//===- print.c - Standard output --------------------------------------------===//

#include "harness.h"
#include "platform/os.h"

enum { STANDARD_OUTPUT = 1 };

static char buffer[4096];
static size_t used;

void print_flush(void) {
  w2n_os_write(STANDARD_OUTPUT, buffer, used);
  used = 0;
}

// Control characters are shown as '?', so that a message stays one line.
void print_text(struct text text) {
  for (uint64_t i = 0; i < text.length; ++i) {
    if (used == sizeof(buffer))
      print_flush();
    const unsigned char c = (unsigned char)text.bytes[i];
    buffer[used++] = (c < 0x20 && c != '\n') || c == 0x7F ? '?' : (char)c;
  }
}

void print(const char *string) { print_text(c_text(string)); }

static void print_in_base(uint64_t number, unsigned base) {
  char digits[20];
  size_t first = sizeof(digits);
  do {
    digits[--first] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number);
  print_text((struct text){digits + first, sizeof(digits) - first});
}

void print_number(uint64_t number) { print_in_base(number, 10); }

void print_hexadecimal(uint64_t number) {
  print("0x");
  print_in_base(number, 16);
}
