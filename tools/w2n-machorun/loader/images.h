//===- images.h - The images of the process --------------------------------===//

#ifndef W2N_MACHORUN_IMAGES_H
#define W2N_MACHORUN_IMAGES_H

#include "plan.h"

#include <stddef.h>

// The tables of a plan, which stay mapped.
struct machorun_tables {
  const struct machorun_plan *plan;
  const struct machorun_image *images;
  const struct machorun_segment *segments;
  const struct machorun_fixup *fixups;
  const uint64_t *initializers;
  const struct machorun_export *exports;
  const uint32_t *dependencies;
  const char *strings;
};

// An image that is mapped.
struct machorun_loaded {
  const struct machorun_image *image;
  const struct machorun_tables *tables;
  char *base;
  // Of its thread-locals, from the start of those of a thread.
  size_t thread_offset;
  // How often dlopen() gave it and dlclose() did not take it back.
  unsigned open_count;
};

// Maps the images of a plan and does all that has to be done before their code runs.
const struct machorun_tables *machorun_load(int plan_descriptor);

// What initializers and main are given.
struct machorun_arguments {
  int count;
  char **values;
  char **environment;
};

// Runs the initializers of the images of a plan.
void machorun_initialize(const struct machorun_tables *tables,
                         const struct machorun_arguments *arguments);

// By index; null where there are no more.
struct machorun_loaded *machorun_image_at(uint32_t index);
// The image that an address is in, or null.
struct machorun_loaded *machorun_image_of(const void *address);
// The address of what an image exports, or what those export that it was linked with, theirs
// too, and so on in so many steps (deep); or null.
void *machorun_find_export(const struct machorun_loaded *loaded, const char *symbol, int deep);

// A place for an image's thread-locals, and their first values in it for all threads.
size_t machorun_add_thread_values(const char *values, size_t initialized, size_t size);
// Where this thread's values are.
char *machorun_thread_values(void);

#endif // W2N_MACHORUN_IMAGES_H
