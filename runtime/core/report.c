//===- report.c - Telling people about a trap ------------------------------===//
//
//   wasm trap: out of bounds memory access
//     at 12: read_header
//     at 3: main
//
//===----------------------------------------------------------------------===//

#include "core/trap.h"
#include "core/writer.h"

const char *w2n_trap_reason(uint32_t code) {
  switch (code) {
#define W2N_TRAP(NAME, CODE, MESSAGE)                                                              \
  case CODE:                                                                                       \
    return MESSAGE;
#include "abi/traps.def"
  default:
    return "unknown trap";
  }
}

// Deltas reach backwards too, where the linker puts code before data.
static uintptr_t at_delta(const w2n_function_table *table, uint32_t delta) {
  return (uintptr_t)table + (uintptr_t)(intptr_t)(int32_t)delta;
}

// Finds in one table.
static int find_in(const w2n_function_table *table, uintptr_t address,
                   struct w2n_code_location *location) {
  const w2n_function_entry *entry = (const w2n_function_entry *)(table + 1), *found = 0;
  uintptr_t nearest = location->start;
  for (uint64_t i = 0; i < table->count; ++i) {
    const uintptr_t start = at_delta(table, entry[i].code_delta);
    if (start <= address && start > nearest) {
      nearest = start;
      found = &entry[i];
    }
  }
  if (!found)
    return 0;
  location->name = (const char *)at_delta(table, found->name_delta);
  location->index = found->index;
  location->offset = found->offset;
  location->start = nearest;
  return 1;
}

int w2n_find_function(const w2n_function_table *table, uintptr_t address,
                      struct w2n_code_location *location) {
  int found = 0;
  for (; table; table = table->next)
    found |= find_in(table, address, location);
  return found;
}

static void report_frame(struct w2n_writer *writer, uintptr_t address) {
  struct w2n_code_location location = {0};
  w2n_locate_code(address, &location);
  w2n_write_string(writer, "  at ");
  w2n_write_decimal(writer, location.index);
  if (*location.name) {
    w2n_write_string(writer, ": ");
    w2n_write_escaped(writer, location.name);
  }
  w2n_write_character(writer, '\n');
}

void w2n_report_trap(const struct w2n_trap_info *info) {
  struct w2n_writer writer = {.fd = 2};
  w2n_write_string(&writer, "wasm trap: ");
  w2n_write_string(&writer, w2n_trap_reason(info->code));
  if (info->detail) {
    w2n_write_string(&writer, ": ");
    w2n_write_escaped(&writer, info->detail);
  }
  w2n_write_character(&writer, '\n');

  struct w2n_shown_frames shown;
  w2n_backtrace_show(&info->backtrace, &shown);
  for (uint32_t i = 0; i < shown.count; ++i) {
    if (shown.omitted && i == W2N_BACKTRACE_INNERMOST) {
      w2n_write_string(&writer, "  ... ");
      w2n_write_decimal(&writer, shown.omitted);
      w2n_write_string(&writer, " more\n");
    }
    report_frame(&writer, shown.addresses[i]);
  }
  w2n_write_flush(&writer);
}
