//===- unstable.h - The functions of wasi_unstable that are not preview 1's -===//

#ifndef UNSTABLE_H
#define UNSTABLE_H

#include <stddef.h>
#include <stdint.h>

#define UNSTABLE(NAME) __attribute__((import_module("wasi_unstable"), import_name(NAME)))

enum { UnstableCur = 0, UnstableEnd = 1, UnstableSet = 2 };

typedef struct {
  uint64_t Device;
  uint64_t Inode;
  uint8_t FileType;
  uint32_t LinkCount;
  uint64_t Size;
  uint64_t Accessed;
  uint64_t Modified;
  uint64_t Changed;
} UnstableStatus;
_Static_assert(sizeof(UnstableStatus) == 56, "as wasi_unstable has it");

typedef struct {
  uint64_t UserData;
  uint8_t Type;
  union {
    struct {
      uint64_t Identifier;
      uint32_t Id;
      uint64_t Timeout;
      uint64_t Precision;
      uint16_t Flags;
    } Clock;
    uint32_t Descriptor;
  };
} UnstableSubscription;
_Static_assert(sizeof(UnstableSubscription) == 56, "as wasi_unstable has it");

typedef struct {
  uint64_t UserData;
  uint16_t Error;
  uint8_t Type;
  uint64_t Bytes;
  uint16_t Flags;
} UnstableEvent;
_Static_assert(sizeof(UnstableEvent) == 32, "as wasi_unstable has it");

UNSTABLE("fd_seek")
int unstableSeek(int Descriptor, int64_t Offset, int Whence, uint64_t *Result);
UNSTABLE("fd_filestat_get") int unstableStatus(int Descriptor, UnstableStatus *Result);
UNSTABLE("path_filestat_get")
int unstableStatusOf(int Directory, int Lookup, const char *Path, size_t Length,
                     UnstableStatus *Result);
UNSTABLE("poll_oneoff")
int unstablePoll(const UnstableSubscription *List, UnstableEvent *Events, size_t Count,
                 size_t *Result);

#endif // UNSTABLE_H
