//===- directories.c - Listing directories as libSystem does ---------------===//

#include "libsystem.h"
#include "loader.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

// What the program has as DIR.
struct darwin_directory {
  DIR *stream;
  struct darwin_dirent entry;
};

struct darwin_directory *darwin_fdopendir(int fd) {
  struct darwin_directory *result = calloc(1, sizeof(*result));
  if (result)
    result->stream = fdopendir(fd);
  if (result && result->stream)
    return result;
  machorun_result(-1);
  free(result);
  return 0;
}

// The kinds of files have the same numbers on both systems.
struct darwin_dirent *darwin_readdir(struct darwin_directory *directory) {
  errno = 0;
  const struct dirent *entry = readdir(directory->stream);
  if (!entry) {
    if (errno)
      machorun_result(-1);
    return 0;
  }
  const size_t length = strlen(entry->d_name);
  struct darwin_dirent *result = &directory->entry;
  // A record is as long as its name makes it, in steps of eight bytes.
  const size_t fixed = offsetof(struct darwin_dirent, name);
  *result = (struct darwin_dirent){
      .inode = entry->d_ino,
      .record_length = (uint16_t)((fixed + length + 1 + 7) / 8 * 8),
      .name_length = (uint16_t)length,
      .kind = entry->d_type,
  };
  memcpy(result->name, entry->d_name, length + 1);
  return result;
}

void darwin_rewinddir(struct darwin_directory *directory) { rewinddir(directory->stream); }

void darwin_seekdir(struct darwin_directory *directory, long position) {
  seekdir(directory->stream, position);
}

long darwin_telldir(struct darwin_directory *directory) { return telldir(directory->stream); }

int darwin_closedir(struct darwin_directory *directory) {
  DIR *stream = directory->stream;
  free(directory);
  return (int)machorun_result(closedir(stream));
}
