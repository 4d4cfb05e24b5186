//===- harness.h - What executes the commands of a script ------------------===//
//
// Freestanding C over the runtime's library placement (include/w2n.h). The harness is
// linked with the script and the modules of one test program.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SPECTEST_HARNESS_H
#define W2N_SPECTEST_HARNESS_H

#include "format.h"
#include "include/w2n.h"

#include <stddef.h>
#include <stdint.h>

// Made by w2n-spectest: the script and its modules.
extern const uint8_t spectest_script[];
extern const w2n_module *const spectest_modules[];
// Where instances are kept, by their slots.
extern w2n_instance *spectest_instances[];
// Whether memories are guarded.
extern const uint32_t spectest_is_guarded;

// A string of the script or of the C program; not ended by a NUL.
struct text {
  const char *bytes;
  uint64_t length;
};
int same_text(struct text a, struct text b);
struct text c_text(const char *string);

// A position in the script.
struct reader {
  const uint8_t *next;
};
uint8_t read_u8(struct reader *reader);
uint32_t read_u32(struct reader *reader);
uint64_t read_u64(struct reader *reader);
struct text read_text(struct reader *reader);

// The operands or results of a call: slots of 64 bits.
enum { MAXIMUM_SLOTS = 256 };
struct values {
  uint64_t slots[MAXIMUM_SLOTS];
  // Slots read or compared so far.
  uint32_t count;
};

// Appends a value of the script. Gives 0 where there is no room, or where the value is
// not one that can be an argument.
int read_argument(struct reader *reader, struct values *values);
// Compares the next results with a value of the script, which is read to its end
// whatever the outcome.
int match_result(struct reader *reader, struct values *values);

// Fills *result with a fresh item of the host module "spectest"; gives 0 where it has
// none of that name.
int find_spectest_item(w2n_store *store, struct text name, w2n_extern *result);

// Standard output, buffered.
void print(const char *string);
void print_text(struct text text);
void print_number(uint64_t number);
void print_hexadecimal(uint64_t number);
void print_flush(void);

#endif // W2N_SPECTEST_HARNESS_H
