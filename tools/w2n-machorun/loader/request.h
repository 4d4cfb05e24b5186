//===- request.h - How a loader asks for more images -----------------------===//
//
// Where a program can call dlopen(), a process stays behind that reads and verifies files.
// The loader sends it a machorun_request, by a socket that keeps messages apart, and gets a
// machorun_reply.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_MACHORUN_REQUEST_H
#define W2N_MACHORUN_REQUEST_H

#include <stdint.h>

enum { MACHORUN_TEXT_SIZE = 2048 };

struct machorun_request {
  // The image that calls dlopen(), whose @loader_path and LC_RPATHs count.
  uint32_t loader;
  // Ends with a zero, as the reply's.
  char name[MACHORUN_TEXT_SIZE];
};

enum machorun_status {
  // text is the path of a file with a plan.
  MACHORUN_FOUND,
  // text says what dlerror() is to say.
  MACHORUN_REFUSED,
  // text says why the kernel kills the process.
  MACHORUN_KILLED,
};

struct machorun_reply {
  uint32_t status;
  char text[MACHORUN_TEXT_SIZE];
};

#endif // W2N_MACHORUN_REQUEST_H
