// A program that unpacks archives and trusts the names in them cannot write outside.
// RUN: %wasi-cc %s -o %t.wasm
// RUN: wasm2native %t.wasm --dir=%t.dir/top/into::/ -o %t
// RUN: rm -rf %t.dir && mkdir -p %t.dir/top/into %t.dir/elsewhere
// RUN: %python %S/Inputs/zip-slip.py %t.dir/elsewhere > %t.archive
// RUN: %run %t < %t.archive | FileCheck %s
// RUN: rm -rf %t.dir/top/into && mkdir %t.dir/top/into
// RUN: %without-openat2 %run %t < %t.archive | FileCheck %s
// RUN: ls %t.dir/elsewhere | count 0 && ls %t.dir/top | count 1 && ls %t.dir | count 2
// RUN: FileCheck --check-prefix=GOOD %s < %t.dir/top/into/good/file
// CHECK: file good/file: done
// CHECK-NOT: file {{.*}}: done
// CHECK: link later: done
// CHECK-NOT: done
// GOOD: good

// The same program writes them all where nothing holds it.
// RUN: %if linux %{ %host-cc %s -o %t.native && cd %t.dir/top/into && \
// RUN:   %t.native < %t.archive && ls %t.dir/elsewhere | count 3 && ls %t.dir/top | count 3 %}
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// An archive has a line for each entry: "dir NAME", "link NAME TARGET" or "file NAME TEXT".
static int unpack(const char *Kind, const char *Name, const char *Rest) {
  if (!strcmp(Kind, "dir"))
    return mkdir(Name, 0777);
  if (!strcmp(Kind, "link"))
    return symlink(Rest, Name);
  int File = open(Name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (File < 0)
    return -1;
  write(File, Rest, strlen(Rest));
  return close(File);
}

int main(void) {
  char Line[1024];
  while (fgets(Line, sizeof(Line), stdin)) {
    char Kind[8];
    char Name[512];
    char Rest[512] = "";
    if (sscanf(Line, "%7s %511s %511s", Kind, Name, Rest) < 2)
      return 1;
    int Failed = unpack(Kind, Name, Rest) < 0;
    printf("%s %s: %s\n", Kind, Name, Failed ? strerror(errno) : "done");
  }
  return 0;
}
