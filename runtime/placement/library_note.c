//===- library_note.c - Finding the note of a dynamic library --------------===//

#include "abi/library_note.h"

#include "platform/library/image.h"

// Notes are padded to a multiple of 4.
static uint64_t padded(uint32_t size) { return ((uint64_t)size + 3) & ~(uint64_t)3; }

static int is_whole(const struct w2n_library_note *note, uint64_t size) {
  const uint64_t head = sizeof *note - offsetof(struct w2n_library_note, cpu_features);
  if (size < sizeof *note || note->owner_size != sizeof note->owner || note->size <= head ||
      __builtin_memcmp(note->owner, W2N_LIBRARY_NOTE_OWNER, sizeof note->owner) != 0)
    return 0;
  const char *name = (const char *)(note + 1);
  return name[note->size - head - 1] == 0;
}

const struct w2n_library_note *w2n_find_library_note(const char *notes, uint64_t size) {
  const uint64_t head = offsetof(struct w2n_library_note, owner);
  while (size >= head) {
    const struct w2n_library_note *note = (const void *)notes;
    const uint64_t whole = head + padded(note->owner_size) + padded(note->size);
    if (whole > size)
      return 0;
    if (is_whole(note, whole))
      return note;
    notes += whole;
    size -= whole;
  }
  return 0;
}
