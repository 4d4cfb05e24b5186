//===- missing.h - What these programs use and wasi-libc has not ------------===//
//
// Included before every file. Owners and permissions are not known to WASI, and are let
// be; there are no other processes, and no locks.
//
//===----------------------------------------------------------------------===//

#ifndef REAL_MISSING_H
#define REAL_MISSING_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define L_tmpnam 32

enum { F_RDLCK, F_WRLCK, F_UNLCK, F_GETLK = 5, F_SETLK };

int chmod(const char *path, mode_t mode);
int fchmod(int file, mode_t mode);
int chown(const char *path, uid_t owner, gid_t group);
int fchown(int file, uid_t owner, gid_t group);
uid_t getuid(void);
uid_t geteuid(void);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);

#endif // REAL_MISSING_H
