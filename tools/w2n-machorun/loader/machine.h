//===- machine.h - What the loader needs of a CPU --------------------------===//

#ifndef W2N_MACHORUN_MACHINE_H
#define W2N_MACHORUN_MACHINE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <ucontext.h>

#if defined(__x86_64__)
enum { DARWIN_PAGE_SIZE = 0x1000 };
// Functions whose structures have 64-bit inode numbers are called differently on one CPU.
#define DARWIN_INODE64(NAME) "_" NAME "$INODE64"
// x86_thread_state64_t; the floating-point state behind it is not modelled.
enum { DARWIN_REGISTER_COUNT = 21, DARWIN_MCONTEXT_SIZE = 712 };
#elif defined(__aarch64__)
enum { DARWIN_PAGE_SIZE = 0x4000 };
#define DARWIN_INODE64(NAME) "_" NAME
// arm_thread_state64_t; the vector registers behind it are not modelled.
enum { DARWIN_REGISTER_COUNT = 34, DARWIN_MCONTEXT_SIZE = 816 };
#else
#error "macOS does not run on this CPU"
#endif

// __darwin_mcontext64.
struct darwin_mcontext {
  uint64_t exception[2];
  uint64_t registers[DARWIN_REGISTER_COUNT];
  char rest[DARWIN_MCONTEXT_SIZE - 8 * (DARWIN_REGISTER_COUNT + 2)];
};
_Static_assert(sizeof(struct darwin_mcontext) == DARWIN_MCONTEXT_SIZE, "as Darwin has it");

// Between the registers of Linux's context and Darwin's.
void machorun_read_registers(const ucontext_t *from, uintptr_t fault, struct darwin_mcontext *to);
void machorun_write_registers(const struct darwin_mcontext *from, ucontext_t *to);

// Assembly: the function that descriptors of thread-locals call. It takes the descriptor
// and changes no register but the one of the result.
void machorun_thread_variable(void);

// Assembly: a jmp_buf is as Darwin's but for the signal mask, which is not modelled.
int machorun_setjmp(void *buffer);
_Noreturn void machorun_longjmp(void *buffer, int value);

// Assembly: variadic functions as Darwin calls them.
int darwin_open(const char *path, int flags, ...);
int darwin_openat(int directory, const char *path, int flags, ...);
int darwin_fcntl(int fd, int command, ...);
int darwin_ioctl(int fd, unsigned long request, ...);
int darwin_printf(const char *format, ...);
int darwin_fprintf(FILE *stream, const char *format, ...);
int darwin_snprintf(char *buffer, size_t size, const char *format, ...);

// What these call. A list is a va_list.
int machorun_printf(const char *format, void *list);
int machorun_fprintf(FILE *stream, const char *format, void *list);
int machorun_snprintf(char *buffer, size_t size, const char *format, void *list);
int machorun_open(const char *path, int flags, int mode);
int machorun_openat(int directory, const char *path, int flags, int mode);
int machorun_fcntl(int fd, int command, intptr_t argument);
int machorun_ioctl(int fd, unsigned long request, void *argument);

#endif // W2N_MACHORUN_MACHINE_H
