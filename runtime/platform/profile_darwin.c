//===- profile_darwin.c - What profiles need of Apple's systems ------------===//

#include "platform/darwin/libsystem.h"
#include "platform/darwin/open_flags.h"
#include "platform/darwin/result.h"
#include "platform/profile_host.h"

enum { NEW_FILE_MODE = 0666 };

int64_t w2n_profile_create(const char *path) {
  return w2n_darwin_result(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, NEW_FILE_MODE));
}

uint64_t w2n_profile_process(void) { return (uint64_t)getpid(); }
