//===- missing.c - What these programs use and wasi-libc has not ------------===//

#include "missing.h"
#include <errno.h>

int chmod(const char *path, mode_t mode) {
  (void)path, (void)mode;
  return 0;
}

int fchmod(int file, mode_t mode) {
  (void)file, (void)mode;
  return 0;
}

int chown(const char *path, uid_t owner, gid_t group) {
  (void)path, (void)owner, (void)group;
  return 0;
}

int fchown(int file, uid_t owner, gid_t group) {
  (void)file, (void)owner, (void)group;
  return 0;
}

uid_t getuid(void) { return 0; }

uid_t geteuid(void) { return 0; }

int system(const char *command) {
  errno = ENOSYS;
  return command ? -1 : 0;
}

FILE *popen(const char *command, const char *mode) {
  (void)command, (void)mode;
  errno = ENOSYS;
  return NULL;
}

int pclose(FILE *stream) {
  (void)stream;
  errno = ENOSYS;
  return -1;
}

char *tmpnam(char *buffer) {
  static char names[L_tmpnam];
  static int number;
  char *name = buffer ? buffer : names;
  snprintf(name, L_tmpnam, "temporary-%d", number++);
  return name;
}

FILE *tmpfile(void) {
  char name[L_tmpnam];
  FILE *file = fopen(tmpnam(name), "w+b");
  if (file)
    unlink(name);
  return file;
}
