//===- profile_write.c - Writes a raw profile ------------------------------===//

#include "core/profile.h"
#include "platform/os.h"

#include <stddef.h>

// The version that the instrumentation is of, and in its high bits of what kind. Instrumented code
// defines it.
extern const uint64_t __llvm_profile_raw_version;

#define MAGIC 0xff6c70726f667281

struct header {
  uint64_t magic;
  uint64_t version;
  uint64_t binary_ids_size;
  uint64_t data_count;
  uint64_t padding_before_counters;
  uint64_t counter_count;
  uint64_t padding_behind_counters;
  uint64_t bitmap_size;
  uint64_t padding_behind_bitmap;
  uint64_t names_size;
  uint64_t counters_delta;
  uint64_t bitmap_delta;
  uint64_t names_delta;
  uint64_t vtable_count;
  uint64_t vtable_names_size;
  uint64_t last_value_kind;
};

// Begins what follows for a function that has values counted.
struct value_header {
  uint32_t size;
  uint32_t kind_count;
  uint32_t kind;
  uint32_t site_count;
};

static int write_bytes(int fd, const void *begin, const void *end) {
  return w2n_os_write(fd, begin, (size_t)((const char *)end - (const char *)begin));
}

static int write_padding(int fd, uint64_t size) {
  static const char zeros[8];
  return w2n_os_write(fd, zeros, -size & 7);
}

// How many nodes a site has, of which a byte tells.
static uint8_t count_nodes(const struct w2n_profile_node *node) {
  uint8_t count = 0;
  for (; node && count < UINT8_MAX; node = node->next)
    ++count;
  return count;
}

static int write_values(int fd, const struct w2n_profile_data *data) {
  const uint32_t sites = data->value_sites[W2N_PROFILE_INDIRECT_CALLS];
  if (!sites)
    return 1;
  const uint32_t counts_size = (sites + 7) & ~7u;
  struct value_header header = {sizeof header + counts_size, 1, W2N_PROFILE_INDIRECT_CALLS, sites};
  for (uint32_t site = 0; site < sites; ++site)
    header.size += 16 * count_nodes(data->values[site]);
  int done = w2n_os_write(fd, (const char *)&header, sizeof header);
  for (uint32_t site = 0; site < sites; ++site) {
    const uint8_t count = count_nodes(data->values[site]);
    done &= w2n_os_write(fd, (const char *)&count, 1);
  }
  done &= write_padding(fd, sites);
  for (uint32_t site = 0; site < sites; ++site) {
    const struct w2n_profile_node *node = data->values[site];
    for (unsigned i = count_nodes(node); i; --i, node = node->next)
      done &= write_bytes(fd, &node->value, &node->next);
  }
  return done;
}

int w2n_profile_write(int fd) {
  struct w2n_profile_sections sections;
  w2n_profile_find_sections(&sections);
  const uint64_t names_size = (uint64_t)(sections.names_end - sections.names);
  const struct header header = {
      .magic = MAGIC,
      .version = __llvm_profile_raw_version,
      .data_count = (uint64_t)(sections.data_end - sections.data),
      .counter_count = (uint64_t)(sections.counters_end - sections.counters),
      .names_size = names_size,
      .counters_delta = (uintptr_t)sections.counters - (uintptr_t)sections.data,
      .bitmap_delta = -(uintptr_t)sections.data,
      .names_delta = (uintptr_t)sections.names,
      .last_value_kind = W2N_PROFILE_VALUE_KINDS - 1,
  };
  int done = w2n_os_write(fd, (const char *)&header, sizeof header) &&
             write_bytes(fd, sections.data, sections.data_end) &&
             write_bytes(fd, sections.counters, sections.counters_end) &&
             write_bytes(fd, sections.names, sections.names_end) && write_padding(fd, names_size);
  for (const struct w2n_profile_data *data = sections.data; data < sections.data_end; ++data)
    done = done && write_values(fd, data);
  return done;
}
