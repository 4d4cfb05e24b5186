//===- profile_macho.c - Where profiles are, in Mach-O images --------------===//

#include "core/profile.h"

// Defined by the linker for every section that is asked for.
#define BOUNDS(TYPE, NAME, SECTION)                                                                \
  extern TYPE NAME##_start[] __asm__("section$start$__DATA$" SECTION);                             \
  extern TYPE NAME##_end[] __asm__("section$end$__DATA$" SECTION);
BOUNDS(const struct w2n_profile_data, data, "__llvm_prf_data")
BOUNDS(const uint64_t, counters, "__llvm_prf_cnts")
BOUNDS(const char, names, "__llvm_prf_names")
BOUNDS(struct w2n_profile_node, nodes, "__llvm_prf_vnds")

void w2n_profile_find_sections(struct w2n_profile_sections *sections) {
  *sections = (struct w2n_profile_sections){
      .data = data_start,
      .data_end = data_end,
      .counters = counters_start,
      .counters_end = counters_end,
      .names = names_start,
      .names_end = names_end,
      .nodes = nodes_start,
      .nodes_end = nodes_end,
  };
}
