// Directories are made, listed completely through any size of buffer, and removed.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
// RUN: ls %t.dir | count 0
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/ -o %t.aarch64 && %run-aarch64 %t.aarch64 %}
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { Files = 300 };

static void countEntries(int Directory, size_t Size) {
  static char Buffer[8192];
  int Seen[Files] = {0};
  int Dots = 0;
  __wasi_dircookie_t Position = 0;
  for (;;) {
    __wasi_size_t Used;
    CHECK(__wasi_fd_readdir(Directory, (uint8_t *)Buffer, Size, Position, &Used), 0);
    size_t At = 0;
    for (__wasi_dirent_t Entry; At + sizeof(Entry) <= Used;) {
      memcpy(&Entry, Buffer + At, sizeof(Entry));
      const char *Name = Buffer + At + sizeof(Entry);
      At += sizeof(Entry) + Entry.d_namlen;
      if (At > Used)
        break;
      Position = Entry.d_next;
      if (Name[0] == '.') {
        CHECK(Entry.d_type, __WASI_FILETYPE_DIRECTORY);
        ++Dots;
      } else {
        CHECK(Entry.d_type, __WASI_FILETYPE_REGULAR_FILE);
        CHECK(Entry.d_namlen, 8);
        ++Seen[(Name[5] - 48) * 100 + (Name[6] - 48) * 10 + Name[7] - 48];
      }
    }
    if (Used < Size)
      break;
  }
  CHECK(Dots, 2);
  for (int I = 0; I < Files; ++I)
    CHECK(Seen[I], 1);
}

int main(void) {
  char Name[32];
  CHECK(mkdir("/made", 0777), 0);
  CHECK(mkdir("/made", 0777), -1);
  CHECK(errno, EEXIST);
  for (int I = 0; I < Files; ++I) {
    snprintf(Name, sizeof(Name), "/made/file-%03d", I);
    CHECK(close(open(Name, O_CREAT | O_WRONLY, 0666)), 0);
  }
  int Directory = open("/made", O_RDONLY | O_DIRECTORY);
  countEntries(Directory, 8192);
  countEntries(Directory, 100);
  countEntries(Directory, 32);
  CHECK(close(Directory), 0);
  CHECK(rmdir("/made"), -1);
  CHECK(errno, ENOTEMPTY);
  CHECK(unlink("/made"), -1);
  CHECK(errno, EISDIR);
  for (int I = 0; I < Files; ++I) {
    snprintf(Name, sizeof(Name), "/made/file-%03d", I);
    CHECK(unlink(Name), 0);
  }
  CHECK(rmdir("/made"), 0);
  CHECK(rmdir("/made"), -1);
  CHECK(errno, ENOENT);
  return 0;
}
