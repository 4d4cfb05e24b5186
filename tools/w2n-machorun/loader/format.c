//===- format.c - printf() for the arguments of Darwin ---------------------===//
//
// The format is divided into its conversions, each of which Linux's fprintf() makes: the
// ways in which arguments are passed differ.
//
//===----------------------------------------------------------------------===//

#include "format.h"
#include "loader.h"

#include <stdlib.h>
#include <string.h>

// A conversion for fprintf(), written anew: widths that are arguments become digits.
struct conversion {
  char text[64];
  size_t length;
  // In bytes, of an integer.
  int size;
};

static void put(struct conversion *to, const char *text, size_t length) {
  if (length >= sizeof(to->text) - to->length)
    machorun_fail("a conversion that is too long", text);
  memcpy(to->text + to->length, text, length);
  to->length += length;
  to->text[to->length] = 0;
}

// Flags, width and precision.
static const char *read_modifiers(const char *at, struct conversion *to,
                                  struct machorun_list *list) {
  for (; *at && strchr("-+ #0123456789.*", *at); ++at) {
    char number[16];
    if (*at == '*')
      put(to, number,
          (size_t)snprintf(number, sizeof(number), "%d", (int)machorun_next_integer(list)));
    else
      put(to, at, 1);
  }
  return at;
}

static const char *read_size(const char *at, struct conversion *to) {
  static const struct {
    const char *name;
    int size;
  } sizes[] = {{"hh", 1}, {"h", 2}, {"ll", 8}, {"l", 8}, {"q", 8}, {"z", 8}, {"j", 8}, {"t", 8}};
  to->size = 4;
  for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    const size_t length = strlen(sizes[i].name);
    if (strncmp(at, sizes[i].name, length) == 0) {
      to->size = sizes[i].size;
      return at + length;
    }
  }
  return at;
}

static int64_t sign_extended(uint64_t value, int size) {
  const int shift = 64 - 8 * size;
  return (int64_t)(value << shift) >> shift;
}

static int convert(FILE *stream, struct conversion *made, char kind, struct machorun_list *list) {
  const int shift = 64 - 8 * made->size;
  if (strchr("diouxX", kind)) {
    const uint64_t value = machorun_next_integer(list);
    const char text[] = {'l', 'l', kind};
    put(made, text, sizeof(text));
    return strchr("di", kind) ? fprintf(stream, made->text, sign_extended(value, made->size))
                              : fprintf(stream, made->text, value << shift >> shift);
  }
  put(made, &kind, 1);
  switch (kind) {
  case 'c':
    return fprintf(stream, made->text, (int)machorun_next_integer(list));
  case 's': {
    const char *string = (const char *)machorun_next_integer(list);
    return fprintf(stream, made->text, string ? string : "(null)");
  }
  case 'p':
    // As Darwin writes a null pointer.
    return fprintf(stream, "0x%llx", (unsigned long long)machorun_next_integer(list));
  case 'f':
  case 'F':
  case 'e':
  case 'E':
  case 'g':
  case 'G':
  case 'a':
    return fprintf(stream, made->text, machorun_next_double(list));
  default:
    machorun_fail("a conversion of printf that is not modelled", made->text);
  }
}

int machorun_format(FILE *stream, const char *format, void *given) {
  struct machorun_list list = {given};
  int total = 0;
  while (*format) {
    const size_t plain = strcspn(format, "%");
    fwrite(format, 1, plain, stream);
    total += (int)plain;
    format += plain;
    if (!*format)
      break;
    if (format[1] == '%') {
      putc('%', stream);
      ++total;
      format += 2;
      continue;
    }
    struct conversion made = {.text = "%", .length = 1};
    format = read_size(read_modifiers(format + 1, &made, &list), &made);
    if (!*format)
      machorun_fail("a conversion of printf that has no end", made.text);
    total += convert(stream, &made, *format++, &list);
  }
  return ferror(stream) ? -1 : total;
}

int machorun_format_string(char *buffer, size_t size, const char *format, void *list) {
  char *text = 0;
  size_t length = 0;
  FILE *stream = open_memstream(&text, &length);
  if (!stream)
    machorun_fail("no memory", "open_memstream");
  const int result = machorun_format(stream, format, list);
  fclose(stream);
  if (size > 0) {
    const size_t shown = length < size ? length : size - 1;
    memcpy(buffer, text, shown);
    buffer[shown] = 0;
  }
  free(text);
  return result;
}
