//===- listing_linux.c - Listing directories on Linux -----------------------===//

#include "platform/filetype.h"
#include "platform/host.h"
#include "platform/linux/result.h"
#include "platform/linux/syscall.h"

// struct linux_dirent64.
struct entry {
  uint64_t inode;
  int64_t next;
  uint16_t length;
  uint8_t type;
  char name[];
};

static int show(const struct entry *entry, w2n_host_visit *visit, void *data) {
  w2n_wasi_dirent shown = {
      .next = (uint64_t)entry->next,
      .inode = entry->inode,
      .filetype = w2n_filetype_of_entry(entry->type),
  };
  while (entry->name[shown.name_length])
    ++shown.name_length;
  return visit(data, &shown, entry->name);
}

// The kernel's positions need no state of ours: each listing goes to its own.
int64_t w2n_host_list(int fd, w2n_host_listing *listing, uint64_t position, w2n_host_visit *visit,
                      void *data) {
  (void)listing;
  int64_t result = w2n_host_seek(fd, (int64_t)position, W2N_WASI_WHENCE_SET);
  if (result < 0)
    return result;
  for (;;) {
    // Little more than programs ask for at a time, so that little is read twice.
    _Alignas(struct entry) uint8_t buffer[4096];
    int64_t size = w2n_linux_result(
        w2n_syscall(W2N_SYS_getdents64, (uint64_t)fd, (uintptr_t)buffer, sizeof(buffer), 0, 0, 0));
    if (size <= 0)
      return size;
    for (int64_t i = 0; i < size;) {
      const struct entry *entry = (const struct entry *)(const void *)(buffer + i);
      if (!show(entry, visit, data))
        return 0;
      i += entry->length;
    }
  }
}

void w2n_host_end_listing(w2n_host_listing *listing) { (void)listing; }
