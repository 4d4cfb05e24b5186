//===- library_environment.c - The environment that a host gives ------------===//

#include "wasi/strings.h"

void w2n_add_environment(const w2n_wasi *wasi, w2n_string_writer *writer) {
  for (char **entry = wasi->environment; *entry; ++entry)
    w2n_add_string(writer, *entry);
}
