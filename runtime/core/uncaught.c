//===- uncaught.c - Exceptions that nothing catches ------------------------===//

#include "core/backtrace.h"
#include "core/exceptions.h"

#include <stddef.h>

// "tag 12", for a tag without a name.
#define LONGEST_NUMBER sizeof("tag 4294967295")

static const char *number_of(const w2n_tag *tag, char *buffer) {
  char *first = buffer + LONGEST_NUMBER - 1;
  *first = '\0';
  uint32_t rest = tag->index;
  do {
    *--first = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest);
  for (const char *prefix = " gat"; *prefix; ++prefix)
    *--first = *prefix;
  return first;
}

_Noreturn void w2n_uncaught_exception(w2n_exception *exception) {
  const struct w2n_exception_record *record =
      (const void *)((char *)exception - offsetof(struct w2n_exception_record, exception));
  char buffer[LONGEST_NUMBER];
  const w2n_tag *tag = exception->tag;
  struct w2n_trap_info info = {.code = W2N_TRAP_UNCAUGHT_EXCEPTION, .exception = exception};
  info.detail = *tag->name ? tag->name : number_of(tag, buffer);
  for (uint32_t i = 0; i < record->frame_count; ++i)
    w2n_backtrace_add(&info.backtrace, record->frames[i]);
  w2n_end_in_trap(&info);
}
