// What the programs here declare of libSystem, where the header of the runtime, which is
// tested, is not to be used.
#ifndef DARWIN_H
#define DARWIN_H

#include <stddef.h>
#include <stdint.h>

void *mmap(void *, size_t, int, int, int, int64_t);
int mprotect(void *, size_t, int);
int *__error(void);
ptrdiff_t write(int, const void *, size_t);
_Noreturn void _exit(int);

enum { Anonymous = 0x1002, Read = 1, Write = 2, Execute = 4 };

static void print(const char *Text) {
  size_t Length = 0;
  while (Text[Length])
    ++Length;
  write(1, Text, Length);
}

static void printNumber(unsigned Number) {
  if (Number >= 10)
    printNumber(Number / 10);
  const char Digit[2] = {(char)('0' + Number % 10), 0};
  print(Digit);
}

#endif // DARWIN_H
