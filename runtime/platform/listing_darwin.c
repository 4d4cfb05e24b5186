//===- listing_darwin.c - Listing directories on macOS ----------------------===//
//
// The positions that libSystem gives are good for one stream only, and each costs memory.
// So positions are counted here, and a stream is kept from call to call; the entry that
// the last call could not show waits in it.
//
//===----------------------------------------------------------------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/result.h"
#include "platform/filetype.h"
#include "platform/host.h"

static int64_t open_stream(int fd, w2n_host_listing *listing) {
  // A descriptor of its own, whose offset nobody else moves.
  int64_t own = w2n_darwin_result(openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (own < 0)
    return own;
  listing->stream = fdopendir((int)own);
  if (listing->stream)
    return 0;
  int64_t error = w2n_darwin_result(-1);
  close((int)own);
  return error;
}

// Gives 1 and the entry at the listing's position, or 0 at the end.
static int64_t get_entry(w2n_host_listing *listing, const struct dirent **result) {
  if (!listing->pending) {
    *__error() = 0;
    listing->pending = readdir(listing->stream);
  }
  *result = listing->pending;
  if (*result)
    return 1;
  return *__error() ? w2n_darwin_result(-1) : 0;
}

int64_t w2n_host_list(int fd, w2n_host_listing *listing, uint64_t position, w2n_host_visit *visit,
                      void *data) {
  int64_t result = listing->stream ? 0 : open_stream(fd, listing);
  if (result < 0)
    return result;
  if (position == 0 || position < listing->position) {
    rewinddir(listing->stream);
    listing->pending = 0;
    listing->position = 0;
  }
  const struct dirent *entry;
  while ((result = get_entry(listing, &entry)) > 0) {
    w2n_wasi_dirent shown = {
        .next = listing->position + 1,
        .inode = entry->d_ino,
        .name_length = entry->d_namlen,
        .filetype = w2n_filetype_of_entry(entry->d_type),
    };
    if (listing->position >= position && !visit(data, &shown, entry->d_name))
      return 0;
    ++listing->position;
    listing->pending = 0;
  }
  return result;
}

void w2n_host_end_listing(w2n_host_listing *listing) {
  if (listing->stream)
    closedir(listing->stream);
  *listing = (w2n_host_listing){0};
}
