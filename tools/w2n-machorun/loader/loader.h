//===- loader.h - What the files of the loader share -----------------------===//

#ifndef W2N_MACHORUN_LOADER_H
#define W2N_MACHORUN_LOADER_H

#include <stddef.h>
#include <stdint.h>

// What the loader itself ends with; programs of ours have no reason to.
enum { MACHORUN_FAILED = 125 };

// Says what is not modelled or what failed, with a name or a number, and ends the process.
_Noreturn void machorun_fail(const char *message, const char *name);
_Noreturn void machorun_fail_number(const char *message, uint64_t number);

// Says why macOS would kill the process, and ends it by SIGKILL.
_Noreturn void machorun_kill(const char *file, const char *reason);

// mmap(2) and mprotect(2) that end the process where they fail.
void *machorun_map(void *address, size_t size, int protection, int flags, int fd, uint64_t offset);
void machorun_protect(void *address, size_t size, int protection);

// What stands for a symbol of libSystem, by its name in the symbol table, or null.
void *machorun_find_symbol(const char *symbol);

// What dlopen() asks (request.h), and what initializers of libraries are given.
struct machorun_arguments;
void machorun_set_service(int descriptor, const struct machorun_arguments *arguments);

// To be called on the main thread before anything of the program is loaded.
void machorun_start_threads(void);

// Ends as functions of libSystem do: result, or -1 with errno set to Darwin's number for
// Linux's errno.
int64_t machorun_result(int64_t result);
// The same for an error that Linux does not have, by Darwin's number.
int64_t machorun_error(int darwin_errno);

// Linux's number for an error, or EINVAL where it has none.
int machorun_linux_errno(int darwin_errno);

// The stack of the main thread, from low to high, and below it what is reserved for it.
struct machorun_stack {
  char *reserved;
  char *low;
  char *high;
};
const struct machorun_stack *machorun_main_stack(void);

// From Darwin's numbers to Linux's; 0 for a signal that Linux does not have.
int machorun_linux_signal(int darwin_signal);
// AT_FDCWD has another number; other descriptors are what they are.
int machorun_directory(int darwin_fd);
// Flags of open(2), which must all be modelled.
int machorun_open_flags(int darwin_flags);

// Darwin's numbers for errors that are made here.
enum {
  DARWIN_EPERM = 1,
  DARWIN_EIO = 5,
  DARWIN_ENOMEM = 12,
  DARWIN_EINVAL = 22,
  DARWIN_EFBIG = 27,
  DARWIN_ENOTSUP = 45,
  DARWIN_ELOOP = 62,
  DARWIN_EOPNOTSUPP = 102,
};

#endif // W2N_MACHORUN_LOADER_H
