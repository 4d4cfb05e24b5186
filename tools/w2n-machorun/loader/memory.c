//===- memory.c - Memory as libSystem gives it -----------------------------===//

#include "libsystem.h"
#include "loader.h"
#include "machine.h"

#include <sys/mman.h>

enum {
  DARWIN_PROT_EXEC = 4,
  DARWIN_MAP_PRIVATE = 0x0002,
  DARWIN_MAP_NORESERVE = 0x0040,
  DARWIN_MAP_ANON = 0x1000,
};

// PROT_READ and PROT_WRITE have the same numbers. What a process with the hardened runtime
// is refused would be an error that a program can hide; here it is the end.
static int protection_of(int darwin_protection) {
  if (darwin_protection & DARWIN_PROT_EXEC)
    machorun_fail("the program asked for executable memory", "PROT_EXEC");
  return darwin_protection;
}

static size_t round_up(size_t size) {
  return (size + DARWIN_PAGE_SIZE - 1) & ~(size_t)(DARWIN_PAGE_SIZE - 1);
}

void *darwin_mmap(void *address, size_t length, int protection, int flags, int fd, int64_t offset) {
  const int known = DARWIN_MAP_PRIVATE | DARWIN_MAP_NORESERVE | DARWIN_MAP_ANON;
  if ((flags | known) != known || !(flags & DARWIN_MAP_ANON) || !(flags & DARWIN_MAP_PRIVATE))
    machorun_fail_number("mmap with flags that are not modelled", (uint64_t)flags);
  if (address || fd != -1 || offset != 0)
    machorun_fail("not modelled", "mmap of a file or at an address");
  if (length == 0 || length > SIZE_MAX - 2 * DARWIN_PAGE_SIZE)
    return (void *)machorun_error(length ? DARWIN_ENOMEM : DARWIN_EINVAL);
  // Linux's pages may be smaller, so that more is taken and what is too much given back.
  const size_t size = round_up(length);
  const int linux_flags =
      MAP_PRIVATE | MAP_ANONYMOUS | (flags & DARWIN_MAP_NORESERVE ? MAP_NORESERVE : 0);
  char *start = mmap(0, size + DARWIN_PAGE_SIZE, protection_of(protection), linux_flags, -1, 0);
  if (start == MAP_FAILED)
    return (void *)machorun_result(-1);
  char *aligned = (char *)round_up((size_t)start);
  if (aligned != start)
    munmap(start, (size_t)(aligned - start));
  munmap(aligned + size, (size_t)(start + DARWIN_PAGE_SIZE - aligned));
  return aligned;
}

static int is_page(const void *address) {
  return ((uintptr_t)address & (DARWIN_PAGE_SIZE - 1)) == 0;
}

int darwin_munmap(void *address, size_t length) {
  if (!is_page(address) || length == 0)
    return (int)machorun_error(DARWIN_EINVAL);
  return (int)machorun_result(munmap(address, round_up(length)));
}

int darwin_mprotect(void *address, size_t length, int protection) {
  if (!is_page(address))
    return (int)machorun_error(DARWIN_EINVAL);
  return (int)machorun_result(mprotect(address, round_up(length), protection_of(protection)));
}

int darwin_madvise(void *address, size_t length, int advice) {
  (void)address;
  (void)length;
  machorun_fail_number("madvise with advice that is not modelled", (uint64_t)advice);
}
