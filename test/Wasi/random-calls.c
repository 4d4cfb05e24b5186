// Random calls of files and directories are answered as a model in Python says.
// For longer than here: Inputs/fuzz.py.
// REQUIRES: linux
// RUN: %wasi-cc %s -o %t.wasm
// RUN: mkdir -p %t.dir/rw %t.dir/ro
// RUN: wasm2native %t.wasm --dir=%t.dir/rw::/rw --dir=%t.dir/ro::/ro:ro -o %t
// RUN: %python %S/Inputs/fuzz.py --rounds=40 %t.dir %run %t | FileCheck %s
// RUN: %python %S/Inputs/fuzz.py --rounds=40 --seed=1000 %t.dir %without-openat2 %run %t \
// RUN:   | FileCheck %s
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir/rw::/rw --dir=%t.dir/ro::/ro:ro -o %t.aarch64 && \
// RUN:   %python %S/Inputs/fuzz.py --rounds=4 --seed=2000 %t.dir %run-aarch64 %t.aarch64 | \
// RUN:   FileCheck %s %}
// CHECK: calls are as they should be
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

// A line of the input is a call: its name, then numbers and, after a quote, texts. The
// answer is a line with the error and, after success, the results.
typedef struct Call {
  uint64_t Numbers[8];
  const char *Texts[8];
} Call;

static uint8_t Data[4096];

static void print(uint64_t Number) { printf(" %" PRIu64, Number); }

static void printBytes(const uint8_t *Bytes, size_t Count) {
  printf(" '");
  for (size_t I = 0; I < Count; ++I)
    printf("%02x", Bytes[I]);
}

static int printStatus(int Error, const __wasi_filestat_t *Status) {
  printf("%d", Error);
  if (Error)
    return 1;
  print(Status->filetype);
  if (Status->filetype != __WASI_FILETYPE_REGULAR_FILE)
    return 1;
  print(Status->size);
  print(Status->nlink);
  print(Status->mtim);
  return 1;
}

// Prints the names and types of all entries, read with a buffer of a size.
static int list(int Directory, size_t Size) {
  __wasi_dircookie_t Position = 0;
  for (int IsFirst = 1;; IsFirst = 0) {
    __wasi_size_t Used;
    int Error = __wasi_fd_readdir(Directory, Data, Size, Position, &Used);
    if (Error || IsFirst)
      printf("%d", Error);
    __wasi_dirent_t Entry;
    size_t At = 0;
    for (; !Error && At + sizeof(Entry) <= Used; At += sizeof(Entry) + Entry.d_namlen) {
      memcpy(&Entry, Data + At, sizeof(Entry));
      if (At + sizeof(Entry) + Entry.d_namlen > Used)
        break;
      printf(" '%.*s:%d", (int)Entry.d_namlen, (char *)Data + At + sizeof(Entry), Entry.d_type);
      Position = Entry.d_next;
    }
    if (Error || Used < Size)
      return 1;
  }
}

// The answers to calls that have none but an error, and to those with one number.
static int onlyError(int Error) { return printf("%d", Error); }

static int withNumber(int Error, uint64_t Number) {
  printf("%d", Error);
  if (!Error)
    print(Number);
  return 1;
}

static int withData(int Error, size_t Size) {
  printf("%d", Error);
  if (!Error)
    printBytes(Data, Size);
  return 1;
}

static int callPath(const char *Name, const Call *C) {
  const uint64_t *N = C->Numbers;
  const char *const *T = C->Texts;
  __wasi_fd_t File = 0;
  __wasi_size_t Size = 0;
  __wasi_filestat_t Status;
  int Error;
#define IS(NAME) !strcmp(Name, NAME)
  if (IS("path_open")) {
    Error = __wasi_path_open(N[0], N[1], T[2], N[3], N[4], N[5], N[6], &File);
    return withNumber(Error, File);
  }
  if (IS("path_filestat_get")) {
    Error = __wasi_path_filestat_get(N[0], N[1], T[2], &Status);
    return printStatus(Error, &Status);
  }
  if (IS("path_readlink")) {
    Error = __wasi_path_readlink(N[0], T[1], Data, N[2], &Size);
    return withData(Error, Size);
  }
  if (IS("path_filestat_set_times"))
    return onlyError(__wasi_path_filestat_set_times(N[0], N[1], T[2], N[3], N[4], N[5]));
  if (IS("path_create_directory"))
    return onlyError(__wasi_path_create_directory(N[0], T[1]));
  if (IS("path_remove_directory"))
    return onlyError(__wasi_path_remove_directory(N[0], T[1]));
  if (IS("path_unlink_file"))
    return onlyError(__wasi_path_unlink_file(N[0], T[1]));
  if (IS("path_rename"))
    return onlyError(__wasi_path_rename(N[0], T[1], N[2], T[3]));
  if (IS("path_link"))
    return onlyError(__wasi_path_link(N[0], N[1], T[2], N[3], T[4]));
  if (IS("path_symlink"))
    return onlyError(__wasi_path_symlink(T[0], N[1], T[2]));
  return 0;
}

static int callTransfer(const char *Name, const Call *C) {
  const uint64_t *N = C->Numbers;
  const char *Text = C->Texts[1] ? C->Texts[1] : "";
  __wasi_iovec_t Buffer = {Data, N[1]};
  __wasi_ciovec_t Constant = {(const uint8_t *)Text, strlen(Text)};
  __wasi_size_t Size = 0;
  __wasi_filesize_t Offset = 0;
  int Error;
  if (IS("fd_read")) {
    Error = __wasi_fd_read(N[0], &Buffer, 1, &Size);
    return withData(Error, Size);
  }
  if (IS("fd_pread")) {
    Error = __wasi_fd_pread(N[0], &Buffer, 1, N[2], &Size);
    return withData(Error, Size);
  }
  if (IS("fd_write")) {
    Error = __wasi_fd_write(N[0], &Constant, 1, &Size);
    return withNumber(Error, Size);
  }
  if (IS("fd_pwrite")) {
    Error = __wasi_fd_pwrite(N[0], &Constant, 1, N[2], &Size);
    return withNumber(Error, Size);
  }
  if (IS("fd_seek")) {
    Error = __wasi_fd_seek(N[0], N[1], N[2], &Offset);
    return withNumber(Error, Offset);
  }
  if (IS("fd_tell")) {
    Error = __wasi_fd_tell(N[0], &Offset);
    return withNumber(Error, Offset);
  }
  return 0;
}

static int callState(const char *Name, const Call *C) {
  const uint64_t *N = C->Numbers;
  __wasi_filestat_t Status;
  __wasi_fdstat_t State;
  __wasi_prestat_t Preopen;
  int Error;
  if (IS("fd_fdstat_get")) {
    Error = __wasi_fd_fdstat_get(N[0], &State);
    if (withNumber(Error, State.fs_filetype) && !Error)
      printf(" %d %" PRIu64 " %" PRIu64, State.fs_flags, State.fs_rights_base,
             State.fs_rights_inheriting);
    return 1;
  }
  if (IS("fd_filestat_get")) {
    Error = __wasi_fd_filestat_get(N[0], &Status);
    return printStatus(Error, &Status);
  }
  if (IS("fd_prestat_get")) {
    Error = __wasi_fd_prestat_get(N[0], &Preopen);
    return withNumber(Error, Preopen.u.dir.pr_name_len);
  }
  if (IS("fd_prestat_dir_name")) {
    Error = __wasi_fd_prestat_dir_name(N[0], Data, N[1]);
    return withData(Error, 3);
  }
  if (IS("fd_readdir"))
    return list(N[0], N[1]);
  return 0;
}

static int callChange(const char *Name, const Call *C) {
  const uint64_t *N = C->Numbers;
  if (IS("fd_close"))
    return onlyError(__wasi_fd_close(N[0]));
  if (IS("fd_renumber"))
    return onlyError(__wasi_fd_renumber(N[0], N[1]));
  if (IS("fd_fdstat_set_flags"))
    return onlyError(__wasi_fd_fdstat_set_flags(N[0], N[1]));
  if (IS("fd_fdstat_set_rights"))
    return onlyError(__wasi_fd_fdstat_set_rights(N[0], N[1], N[2]));
  if (IS("fd_filestat_set_size"))
    return onlyError(__wasi_fd_filestat_set_size(N[0], N[1]));
  if (IS("fd_filestat_set_times"))
    return onlyError(__wasi_fd_filestat_set_times(N[0], N[1], N[2], N[3]));
  if (IS("fd_allocate"))
    return onlyError(__wasi_fd_allocate(N[0], N[1], N[2]));
  if (IS("fd_advise"))
    return onlyError(__wasi_fd_advise(N[0], N[1], N[2], N[3]));
  if (IS("fd_sync"))
    return onlyError(__wasi_fd_sync(N[0]));
  if (IS("fd_datasync"))
    return onlyError(__wasi_fd_datasync(N[0]));
  return 0;
}

int main(void) {
  static char Line[4096];
  while (fgets(Line, sizeof(Line), stdin)) {
    Call C = {0};
    const char *Name = strtok(Line, " \n");
    const char *Word;
    for (int I = 0; I < 8 && (Word = strtok(NULL, " \n")); ++I)
      if (Word[0] == '\'')
        C.Texts[I] = Word + 1;
      else
        C.Numbers[I] = strtoull(Word, NULL, 10);
    if (!callPath(Name, &C) && !callTransfer(Name, &C) && !callState(Name, &C) &&
        !callChange(Name, &C))
      printf("unknown: %s", Name);
    putchar('\n');
  }
  return 0;
}
