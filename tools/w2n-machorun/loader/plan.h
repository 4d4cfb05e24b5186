//===- plan.h - What w2n-machorun tells its loaders to do ------------------===//
//
// The first part of w2n-machorun has read and verified the file; a loader for the CPU of
// the program gets what is to be mapped and changed as a plan in a file that is already
// open. A plan is a machorun_plan, its segments, its fixups, its initializers and its
// strings, one behind the other, and then the contents of the segments. Addresses are
// offsets from the start of the image, which is that of __TEXT; numbers are little-endian.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_MACHORUN_PLAN_H
#define W2N_MACHORUN_PLAN_H

#include <stdint.h>

// Segments are aligned to this in memory and in the plan: the larger of the page sizes of
// macOS.
enum { MACHORUN_ALIGNMENT = 0x4000 };

struct machorun_segment {
  uint64_t address;
  // In memory, in bytes; what is beyond content_size is zero.
  uint64_t size;
  // Where in the plan the bytes are, and how many.
  uint64_t content;
  uint64_t content_size;
  // PROT_* while dyld changes pointers, and from then on.
  uint32_t protection;
  uint32_t final_protection;
};

struct machorun_fixup {
  // Of the pointer.
  uint64_t address;
  // Of what it points to, or what is added to the address of the symbol.
  uint64_t value;
  // The symbol of libSystem to bind to, as offset in the strings.
  uint32_t symbol;
  uint32_t is_bind;
};

struct machorun_plan {
  // Of the address space from the start of the image to its end, in bytes.
  uint64_t size;
  // Of main.
  uint64_t entry;
  // The descriptors of thread-locals, and where the initial values are that their offsets
  // are relative to.
  uint64_t thread_variables;
  uint64_t thread_variables_size;
  uint64_t thread_values;
  uint32_t segment_count;
  uint32_t fixup_count;
  // Of uint64_t, addresses of functions.
  uint32_t initializer_count;
  uint32_t strings_size;
  // Whether the loader can be denied executable memory by the kernel, which an emulator
  // cannot.
  uint32_t is_native;
  // Of all that precedes the contents of the segments.
  uint32_t plan_size;
};

#endif // W2N_MACHORUN_PLAN_H
