//===- program_cpu_level.c - The CPU level of a program --------------------===//

#include "core/cpu_level.h"
#include "cpu/cpu.h"
#include "placement/program.h"

void w2n_choose_cpu_level(uint32_t *level, const uint64_t *features, uint64_t count) {
  w2n_write_cpu_level(level, features, count, w2n_cpu_features(w2n_program_command_line.envp));
}
