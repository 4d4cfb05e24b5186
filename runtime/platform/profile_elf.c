//===- profile_elf.c - Where profiles are, in ELF images -------------------===//

#include "core/profile.h"

// There are bounds of sections that exist, so all do, however little is in them.
__asm__(".pushsection __llvm_prf_data,\"awR\",%progbits\n.popsection\n"
        ".pushsection __llvm_prf_cnts,\"awR\",%progbits\n.popsection\n"
        ".pushsection __llvm_prf_names,\"aR\",%progbits\n.popsection\n"
        ".pushsection __llvm_prf_vnds,\"awR\",%progbits\n.popsection\n");

#define BOUNDS(TYPE, SECTION)                                                                      \
  extern TYPE __start_##SECTION[] __attribute__((visibility("hidden")));                           \
  extern TYPE __stop_##SECTION[] __attribute__((visibility("hidden")));
BOUNDS(const struct w2n_profile_data, __llvm_prf_data)
BOUNDS(const uint64_t, __llvm_prf_cnts)
BOUNDS(const char, __llvm_prf_names)
BOUNDS(struct w2n_profile_node, __llvm_prf_vnds)

void w2n_profile_find_sections(struct w2n_profile_sections *sections) {
  *sections = (struct w2n_profile_sections){
      .data = __start___llvm_prf_data,
      .data_end = __stop___llvm_prf_data,
      .counters = __start___llvm_prf_cnts,
      .counters_end = __stop___llvm_prf_cnts,
      .names = __start___llvm_prf_names,
      .names_end = __stop___llvm_prf_names,
      .nodes = __start___llvm_prf_vnds,
      .nodes_end = __stop___llvm_prf_vnds,
  };
}
