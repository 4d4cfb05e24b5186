#ifndef UNISTD_H
#define UNISTD_H

#include <stddef.h>
#include <stdint.h>

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

typedef ptrdiff_t ssize_t;
typedef int64_t off_t;

ssize_t read(int, void *, size_t);
ssize_t write(int, const void *, size_t);
ssize_t pread(int, void *, size_t, off_t);
ssize_t pwrite(int, const void *, size_t, off_t);
off_t lseek(int, off_t, int);
int close(int);
int dup(int);
int dup2(int, int);
int pipe(int *);
int isatty(int);
int ftruncate(int, off_t);
int getpid(void);
int getpagesize(void);
int getentropy(void *, size_t);
_Noreturn void _exit(int);

#endif
