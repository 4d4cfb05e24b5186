//===- w2n-noexec.c - Runs a program that cannot make memory executable ----===//
//
//   w2n-noexec PROGRAM [ARGUMENT...]   run it with executable memory denied
//   w2n-noexec --check                 print what this kernel denies it with
//
// In both ways of deny.h at once; the filter is the stricter one, so that an older kernel
// without the other is good enough. A dynamically linked program cannot start under the
// filter, since ld.so has to map code.
//
// Exit status: that of the program; 125 if nothing could be denied, 127 if it could not
// be started.
//
//===----------------------------------------------------------------------===//

#include "deny.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { exit_not_denied = 125, exit_not_started = 127 };

int main(int argc, char **argv) {
  if (argc < 2) {
    fputs("usage: w2n-noexec PROGRAM [ARGUMENT...] | --check\n", stderr);
    return exit_not_denied;
  }
  const bool by_mdwe = w2n_deny_by_mdwe();
  if (!w2n_deny_by_seccomp()) {
    fprintf(stderr, "w2n-noexec: error: cannot install the seccomp filter: %s\n", strerror(errno));
    return exit_not_denied;
  }
  if (strcmp(argv[1], "--check") == 0) {
    if (puts(by_mdwe ? "memory-deny-write-execute, seccomp" : "seccomp") >= 0 &&
        fflush(stdout) == 0)
      return 0;
    fprintf(stderr, "w2n-noexec: error: cannot write '<stdout>': %s\n", strerror(errno));
    return exit_not_denied;
  }
  execvp(argv[1], argv + 1);
  fprintf(stderr, "w2n-noexec: error: cannot run '%s': %s\n", argv[1], strerror(errno));
  return exit_not_started;
}
