// Files beneath a preopened directory are written, read, changed and removed.
// RUN: %wasi-cc -I%S/Inputs %s -o %t.wasm
// RUN: rm -rf %t.dir && mkdir %t.dir
// RUN: wasm2native %t.wasm --dir=%t.dir::/data -o %t
// RUN: %run %t
// RUN: FileCheck %s < %t.dir/kept
// RUN: ls %t.dir | count 1
// RUN: %if run-aarch64 %{ wasm2native %t.wasm --target=aarch64-linux-gnu \
// RUN:   --dir=%t.dir::/data -o %t.aarch64 && rm %t.dir/kept && %run-aarch64 %t.aarch64 && \
// RUN:   FileCheck %s < %t.dir/kept %}
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
  int File = open("/data/new", O_RDWR | O_CREAT | O_EXCL, 0666);
  CHECK(File >= 0, 1);
  CHECK(open("/data/new", O_RDWR | O_CREAT | O_EXCL, 0666), -1);
  CHECK(errno, EEXIST);
  CHECK(write(File, "hello world", 11), 11);
  CHECK(lseek(File, -5, SEEK_END), 6);
  char Buffer[16] = "";
  CHECK(read(File, Buffer, sizeof(Buffer)), 5);
  CHECK(strcmp(Buffer, "world"), 0);
  CHECK(pwrite(File, "J", 1, 0), 1);
  CHECK(pread(File, Buffer, 5, 0), 5);
  CHECK(memcmp(Buffer, "Jello", 5), 0);
  CHECK(ftruncate(File, 5), 0);
  CHECK(posix_fallocate(File, 0, 8), 0);
  CHECK(posix_fadvise(File, 0, 0, POSIX_FADV_SEQUENTIAL), 0);
  CHECK(fsync(File), 0);
  CHECK(fdatasync(File), 0);
  struct stat Status;
  CHECK(fstat(File, &Status), 0);
  CHECK(Status.st_size, 8);
  CHECK(S_ISREG(Status.st_mode), 1);
  CHECK(ftruncate(File, 5), 0);
  CHECK(close(File), 0);

  FILE *Appended = fopen("/data/new", "a");
  // CHECK: Jello, appended
  CHECK(fputs(", appended\n", Appended) >= 0, 1);
  CHECK(fclose(Appended), 0);
  CHECK(rename("/data/new", "/data/kept"), 0);
  CHECK(link("/data/kept", "/data/second"), 0);
  CHECK(stat("/data/kept", &Status), 0);
  CHECK(Status.st_nlink, 2);
  CHECK(unlink("/data/second"), 0);
  CHECK(open("/data/new", O_RDONLY), -1);
  CHECK(errno, ENOENT);
  return 0;
}
