//===- libsystem.c - What can be bound, by name ----------------------------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
  const char *symbol;
  void *thing;
} symbols[] = {
#define W2N_SYMBOL(SYMBOL, THING) {SYMBOL, (void *)&THING},
#define W2N_DARWIN(NAME) {"_" #NAME, (void *)&darwin_##NAME},
#define W2N_INODE64(NAME) {DARWIN_INODE64(#NAME), (void *)&darwin_##NAME},
#define W2N_LINUX(NAME) {"_" #NAME, (void *)&NAME},
#include "symbols.def"
};

void *machorun_find_symbol(const char *symbol) {
  for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); ++i)
    if (strcmp(symbols[i].symbol, symbol) == 0)
      return symbols[i].thing;
  return 0;
}
