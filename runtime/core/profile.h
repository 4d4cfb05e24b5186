//===- profile.h - The profile of instrumented code ------------------------===//
//
// Code that was compiled with --profile-generate counts in sections of the image, which LLVM lays
// out (llvm/ProfileData/InstrProfData.inc of LLVM 22). A raw profile is a header and copies of
// them; llvm-profdata and --profile-use read it. One that is written has all that the process has
// counted so far.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CORE_PROFILE_H
#define W2N_CORE_PROFILE_H

#include <stdint.h>

// The functions that are called by one indirect call, with how often.
struct w2n_profile_node {
  uint64_t value;
  uint64_t count;
  struct w2n_profile_node *next;
};

enum { W2N_PROFILE_INDIRECT_CALLS, W2N_PROFILE_VALUE_KINDS = 3 };

// What there is for each function: the struct __llvm_profile_data.
struct w2n_profile_data {
  uint64_t name_hash;
  uint64_t function_hash;
  uint64_t counters;
  uint64_t bitmap;
  const void *function;
  // One list for each place that values are counted at.
  struct w2n_profile_node **values;
  uint32_t counter_count;
  uint16_t value_sites[W2N_PROFILE_VALUE_KINDS];
  uint32_t bitmap_size;
};

// Where an image has them: profile_elf.c, profile_macho.c.
struct w2n_profile_sections {
  const struct w2n_profile_data *data, *data_end;
  const uint64_t *counters, *counters_end;
  const char *names, *names_end;
  struct w2n_profile_node *nodes, *nodes_end;
};
void w2n_profile_find_sections(struct w2n_profile_sections *sections);

// Where its counters and the rest are copied to. Gives 0 where not all could be written.
int w2n_profile_write(int fd);

// Says where the profile goes in place of the file that the code was compiled for.
#define W2N_PROFILE_FILE_VARIABLE "LLVM_PROFILE_FILE"

// The value in an entry NAME=value of an environment; null where it is empty or of another
// variable.
const char *w2n_profile_variable_value(const char *entry, const char *name);

// Writes the profile of this image to a file, or where that is null to the one that it was compiled
// for. In the name %p is the number of the process, %% a %. What cannot be done is said on standard
// error.
void w2n_profile_write_as_asked(const char *file);

// What instrumented code refers to, so that it is linked with what writes its profile; each
// placement defines it.
extern int __llvm_profile_runtime;

#endif // W2N_CORE_PROFILE_H
