//===- plan.h - What w2n-machorun tells its loaders to do ------------------===//
//
// The first part of w2n-machorun has read and verified the files; a loader for the CPU of
// the program gets what is to be mapped, changed and called as a plan, for the images of a
// program or those that a dlopen() brings. A plan is a machorun_plan and its tables in the
// order of machorun_table, each aligned to 8 bytes; then, aligned to MACHORUN_ALIGNMENT,
// the contents of the segments. Addresses are offsets from the start of an image, which is
// that of its __TEXT; names are offsets in the strings; images are counted from the program
// on; numbers are little-endian.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_MACHORUN_PLAN_H
#define W2N_MACHORUN_PLAN_H

#include <stdint.h>

// Segments are aligned to this in memory and in the plan: the larger of the page sizes of
// macOS.
enum { MACHORUN_ALIGNMENT = 0x4000 };

enum machorun_table {
  MACHORUN_IMAGES,
  MACHORUN_SEGMENTS,
  MACHORUN_FIXUPS,
  MACHORUN_INITIALIZERS,
  MACHORUN_EXPORTS,
  MACHORUN_DEPENDENCIES,
  MACHORUN_STRINGS,
  MACHORUN_TABLE_COUNT,
};

// Rows of a table that belong to an image.
struct machorun_rows {
  uint32_t first;
  uint32_t count;
};

struct machorun_image {
  // Of the address space from the start of the image to its end, in bytes.
  uint64_t size;
  // Of main; 0 in libraries.
  uint64_t entry;
  // The descriptors of thread-locals, and the values that their offsets are relative to. What
  // is beyond the initialized ones is zero.
  uint64_t thread_variables;
  uint64_t thread_variables_size;
  uint64_t thread_values;
  uint64_t thread_values_size;
  uint64_t thread_values_initialized;
  // Of the file.
  uint32_t path;
  struct machorun_rows segments;
  struct machorun_rows fixups;
  // In the order in which they run.
  struct machorun_rows initializers;
  struct machorun_rows exports;
  // Images that it was linked with.
  struct machorun_rows dependencies;
  uint32_t padding;
};

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

enum machorun_fixup_kind {
  // To value in the image itself.
  MACHORUN_REBASE,
  // To value, which may be 0 for a symbol that is missing and may be.
  MACHORUN_ABSOLUTE,
  // To value in the image of index target.
  MACHORUN_BIND_IMAGE,
  // To the symbol of libSystem whose name is target, plus value.
  MACHORUN_BIND_LIBSYSTEM,
};

struct machorun_fixup {
  // Of the pointer.
  uint64_t address;
  uint64_t value;
  uint32_t target;
  uint32_t kind;
};

struct machorun_export {
  uint64_t address;
  uint32_t name;
  uint32_t is_thread_local;
};

struct machorun_plan {
  // In the plan, in bytes.
  uint64_t offsets[MACHORUN_TABLE_COUNT];
  // Of all that precedes the contents of the segments, in bytes.
  uint64_t tables_size;
  uint32_t image_count;
  // The index of the first image; those before it are loaded.
  uint32_t first_image;
  // Whose initializers run, each image after those that it needs; indices of images of this
  // plan, at the end of the dependencies.
  struct machorun_rows order;
  // The image that dlopen() asked for.
  uint32_t opened;
  // Whether the kernel can deny the loader executable memory, which it cannot an emulator,
  // nor where code may be loaded later.
  uint32_t denies_code;
};

#endif // W2N_MACHORUN_PLAN_H
