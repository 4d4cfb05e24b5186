//===- types.h - Types and numbers of WASI preview 1 -----------------------===//
//
// Those of wasi_unstable are the same where nothing else is said. Structures lie in the memory of
// the program exactly as here: every target is little-endian. Source: witx of
// wasi_snapshot_preview1 and of wasi_unstable.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASI_TYPES_H
#define W2N_WASI_TYPES_H

#include "abi/constants.h"

#include <stdint.h>

enum w2n_wasi_errno {
  W2N_WASI_SUCCESS = 0,
#define W2N_WASI_ERRNO(NAME, WASI, LINUX, DARWIN) W2N_WASI_##NAME = WASI,
#include "wasi/errno.def"
};

_Static_assert(W2N_WASI_NOTCAPABLE == W2N_CAPABILITY_DENIED_ERROR, "of a denied function");

enum w2n_wasi_clock {
  W2N_WASI_CLOCK_REALTIME = 0,
  W2N_WASI_CLOCK_MONOTONIC = 1,
  W2N_WASI_CLOCK_PROCESS_CPUTIME = 2,
  W2N_WASI_CLOCK_THREAD_CPUTIME = 3,
  W2N_WASI_CLOCK_COUNT = 4,
};

enum w2n_wasi_filetype {
  W2N_WASI_FILETYPE_UNKNOWN = 0,
  W2N_WASI_FILETYPE_BLOCK_DEVICE = 1,
  W2N_WASI_FILETYPE_CHARACTER_DEVICE = 2,
  W2N_WASI_FILETYPE_DIRECTORY = 3,
  W2N_WASI_FILETYPE_REGULAR_FILE = 4,
  W2N_WASI_FILETYPE_SOCKET_DGRAM = 5,
  W2N_WASI_FILETYPE_SOCKET_STREAM = 6,
  W2N_WASI_FILETYPE_SYMBOLIC_LINK = 7,
};

enum w2n_wasi_fdflags {
  W2N_WASI_FDFLAGS_APPEND = 1,
  W2N_WASI_FDFLAGS_DSYNC = 2,
  W2N_WASI_FDFLAGS_NONBLOCK = 4,
  W2N_WASI_FDFLAGS_RSYNC = 8,
  W2N_WASI_FDFLAGS_SYNC = 16,
  W2N_WASI_FDFLAGS_ALL = 31,
};

enum w2n_wasi_oflags {
  W2N_WASI_OFLAGS_CREAT = 1,
  W2N_WASI_OFLAGS_DIRECTORY = 2,
  W2N_WASI_OFLAGS_EXCL = 4,
  W2N_WASI_OFLAGS_TRUNC = 8,
  W2N_WASI_OFLAGS_ALL = 15,
};

enum w2n_wasi_lookupflags {
  W2N_WASI_LOOKUPFLAGS_SYMLINK_FOLLOW = 1,
};

enum w2n_wasi_fstflags {
  W2N_WASI_FSTFLAGS_ATIM = 1,
  W2N_WASI_FSTFLAGS_ATIM_NOW = 2,
  W2N_WASI_FSTFLAGS_MTIM = 4,
  W2N_WASI_FSTFLAGS_MTIM_NOW = 8,
  W2N_WASI_FSTFLAGS_ALL = 15,
};

enum w2n_wasi_whence {
  W2N_WASI_WHENCE_SET = 0,
  W2N_WASI_WHENCE_CUR = 1,
  W2N_WASI_WHENCE_END = 2,
};

enum w2n_wasi_advice {
  W2N_WASI_ADVICE_NORMAL = 0,
  W2N_WASI_ADVICE_SEQUENTIAL = 1,
  W2N_WASI_ADVICE_RANDOM = 2,
  W2N_WASI_ADVICE_WILLNEED = 3,
  W2N_WASI_ADVICE_DONTNEED = 4,
  W2N_WASI_ADVICE_NOREUSE = 5,
};

enum w2n_wasi_eventtype {
  W2N_WASI_EVENTTYPE_CLOCK = 0,
  W2N_WASI_EVENTTYPE_FD_READ = 1,
  W2N_WASI_EVENTTYPE_FD_WRITE = 2,
};

enum { W2N_WASI_SUBCLOCKFLAGS_ABSTIME = 1 };
enum { W2N_WASI_EVENTRWFLAGS_HANGUP = 1 };
enum { W2N_WASI_RIFLAGS_PEEK = 1, W2N_WASI_RIFLAGS_WAITALL = 2, W2N_WASI_RIFLAGS_ALL = 3 };
enum { W2N_WASI_ROFLAGS_TRUNCATED = 1 };
enum { W2N_WASI_SDFLAGS_RD = 1, W2N_WASI_SDFLAGS_WR = 2, W2N_WASI_SDFLAGS_ALL = 3 };

// Packed, as a program may give any address; padding is written down, so that zeros and
// not what lay on the stack reach the program.
#define W2N_WASI_LAYOUT __attribute__((packed))

typedef struct W2N_WASI_LAYOUT w2n_wasi_u16 {
  uint16_t value;
} w2n_wasi_u16;

typedef struct W2N_WASI_LAYOUT w2n_wasi_u32 {
  uint32_t value;
} w2n_wasi_u32;

typedef struct W2N_WASI_LAYOUT w2n_wasi_u64 {
  uint64_t value;
} w2n_wasi_u64;

typedef struct W2N_WASI_LAYOUT w2n_wasi_iovec {
  uint32_t address;
  uint32_t length;
} w2n_wasi_iovec;
_Static_assert(sizeof(w2n_wasi_iovec) == 8, "iovec and ciovec");

typedef struct W2N_WASI_LAYOUT w2n_wasi_prestat {
  // 0: a directory.
  uint8_t tag;
  uint8_t padding[3];
  uint32_t name_length;
} w2n_wasi_prestat;
_Static_assert(sizeof(w2n_wasi_prestat) == 8, "prestat");

typedef struct W2N_WASI_LAYOUT w2n_wasi_fdstat {
  uint8_t filetype;
  uint8_t padding;
  uint16_t flags;
  uint32_t more_padding;
  uint64_t rights_base;
  uint64_t rights_inheriting;
} w2n_wasi_fdstat;
_Static_assert(sizeof(w2n_wasi_fdstat) == 24, "fdstat");

// Times are nanoseconds since 1970.
typedef struct W2N_WASI_LAYOUT w2n_wasi_filestat {
  uint64_t device;
  uint64_t inode;
  uint8_t filetype;
  uint8_t padding[7];
  uint64_t link_count;
  uint64_t size;
  uint64_t accessed;
  uint64_t modified;
  uint64_t changed;
} w2n_wasi_filestat;
_Static_assert(sizeof(w2n_wasi_filestat) == 64, "filestat");

// The same in wasi_unstable.
typedef struct W2N_WASI_LAYOUT w2n_wasi_unstable_filestat {
  uint64_t device;
  uint64_t inode;
  uint8_t filetype;
  uint8_t padding[3];
  uint32_t link_count;
  uint64_t size;
  uint64_t accessed;
  uint64_t modified;
  uint64_t changed;
} w2n_wasi_unstable_filestat;
_Static_assert(sizeof(w2n_wasi_unstable_filestat) == 56, "filestat of wasi_unstable");

// Followed by the name, without a NUL.
typedef struct W2N_WASI_LAYOUT w2n_wasi_dirent {
  uint64_t next;
  uint64_t inode;
  uint32_t name_length;
  uint8_t filetype;
  uint8_t padding[3];
} w2n_wasi_dirent;
_Static_assert(sizeof(w2n_wasi_dirent) == 24, "dirent");

typedef struct W2N_WASI_LAYOUT w2n_wasi_subscription {
  uint64_t userdata;
  uint8_t type;
  uint8_t padding[7];
  // The clock, or the descriptor; what follows is of clocks only.
  uint32_t id;
  uint32_t more_padding;
  uint64_t timeout;
  uint64_t precision;
  uint16_t flags;
  uint8_t last_padding[6];
} w2n_wasi_subscription;
_Static_assert(sizeof(w2n_wasi_subscription) == 48, "subscription");

typedef struct W2N_WASI_LAYOUT w2n_wasi_event {
  uint64_t userdata;
  uint16_t error;
  uint8_t type;
  uint8_t padding[5];
  uint64_t byte_count;
  uint16_t flags;
  uint8_t last_padding[6];
} w2n_wasi_event;
_Static_assert(sizeof(w2n_wasi_event) == 32, "event");

#endif // W2N_WASI_TYPES_H
