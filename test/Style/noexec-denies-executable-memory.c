// What the tests run programs under does deny executable memory, in each way there is.
// REQUIRES: noexec
// RUN: %host-cc -static %s -o %t && %t | FileCheck %s --check-prefix=FREE
// RUN: %noexec %t | FileCheck %s --check-prefix=DENIED
// FREE-COUNT-4: allowed
// DENIED: usual memory: allowed
// DENIED-NEXT: writable and executable: denied
// DENIED-NEXT: written, then executable: denied
// DENIED-NEXT: mapped twice: denied

#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>

static void report(const char *What, int Allowed) {
  printf("%s: %s\n", What, Allowed ? "allowed" : "denied");
}

int main(void) {
  const int Flags = MAP_PRIVATE | MAP_ANONYMOUS;
  void *Page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, Flags, -1, 0);
  report("usual memory", Page != MAP_FAILED);
  report("writable and executable",
         mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, Flags, -1, 0) != MAP_FAILED);
  report("written, then executable", mprotect(Page, 4096, PROT_READ | PROT_EXEC) == 0);
  report("mapped twice", memfd_create("x", 0) >= 0);
  return 0;
}
