// A listing goes on where it was though entries were removed and made meanwhile.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/ -o %t
// RUN: %run %t
#include "list.h"

enum { Files = 400 };

static void nameOf(char *Name, char First, int Number) { sprintf(Name, "%c%03d", First, Number); }

static void make(char First, int Number) {
  char Name[8];
  __wasi_fd_t File;
  nameOf(Name, First, Number);
  CHECK(openRights(Root, Name, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, 0, &File), 0);
  CHECK(__wasi_fd_close(File), 0);
}

static void removeFile(int Number) {
  char Name[8];
  nameOf(Name, 'f', Number);
  CHECK(__wasi_path_unlink_file(Root, Name), 0);
}

static int numberOf(const char *Name) { return Name[0] == 'f' ? atoi(Name + 1) : -1; }

// How many of the first files are listed from a position on.
static int countFrom(__wasi_dircookie_t Position) {
  Entry Found;
  int Count = 0;
  for (; readEntry(Root, Position, &Found); Position = Found.Header.d_next) {
    Count += numberOf(Found.Name) >= 0;
    CHECK(Count <= Files, 1);
  }
  return Count;
}

int main(void) {
  int Seen[Files] = {0};
  __wasi_dircookie_t Position = 0;
  __wasi_dircookie_t Middle = 0;
  Entry Found;
  for (int I = 0; I < Files; ++I)
    make('f', I);
  // What has been seen is removed, and as much made, all through the listing, which ends.
  for (int Count = 0; readEntry(Root, Position, &Found); ++Count) {
    CHECK(Count <= 2 * Files + 2, 1);
    Position = Found.Header.d_next;
    int Number = numberOf(Found.Name);
    if (Number < 0)
      continue;
    CHECK(Seen[Number]++, 0);
    if (Count == Files / 2)
      Middle = Position;
    if (Number % 3) {
      removeFile(Number);
      make('n', Number);
    }
  }
  for (int I = 0; I < Files; ++I)
    CHECK(Seen[I], 1);

  // From an earlier position it goes on from there, and from the beginning with all.
  const int Later = countFrom(Middle);
  const int All = countFrom(0);
  CHECK(All, (Files + 2) / 3);
  CHECK(Later > 0 && Later < All, 1);

  // A position that was never given is an error, or some place in the listing.
  for (int Shift = 0; Shift < 64; ++Shift) {
    uint8_t Buffer[64];
    __wasi_size_t Used;
    int Error = __wasi_fd_readdir(Root, Buffer, sizeof(Buffer), ~0ull >> Shift, &Used);
    CHECK(Error == 0 || Error == __WASI_ERRNO_INVAL, 1);
  }
  return 0;
}
