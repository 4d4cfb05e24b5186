//===- image.h - What the file of a dynamic library says -------------------===//
//
// Read from bytes, before the system maps them: whatever they are, nothing outside of them is
// read. Implemented by image_<format>.c; CMake chooses.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_LIBRARY_IMAGE_H
#define W2N_PLATFORM_LIBRARY_IMAGE_H

#include <stddef.h>
#include <stdint.h>

struct w2n_image {
  // What the system is to map: the part for this machine where a file has several. Aligned to
  // 4.
  const char *bytes;
  uint64_t size;
  // A struct w2n_library_note in there that is complete, with the name behind it.
  const struct w2n_library_note *note;
};

// Finds out what a file is. Gives null, or why it is no library that this machine can load.
const char *w2n_image_read(const void *file, uint64_t size, struct w2n_image *image);

// Whether all parts of an image that are mapped read-only are at base as they are in its
// bytes.
int w2n_image_is_mapped(const struct w2n_image *image, const void *base);

// Defined by placement/library_note.c: the note of a library among others; null where there
// is none that is whole.
const struct w2n_library_note *w2n_find_library_note(const char *notes, uint64_t size);

// Whether [offset, offset + count) is in an image.
static inline int w2n_image_has(const struct w2n_image *image, uint64_t offset, uint64_t count) {
  return count <= image->size && offset <= image->size - count;
}

#define W2N_IMAGE_FOREIGN "it is no library that wasm2native has made"
#define W2N_IMAGE_CUT_OFF "it is cut off"
#define W2N_IMAGE_OTHER_CPU "it is made for another CPU"

#endif // W2N_PLATFORM_LIBRARY_IMAGE_H
