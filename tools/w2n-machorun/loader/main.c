//===- main.c - Starts a program as dyld does ------------------------------===//
//
// LOADER PLAN-DESCRIPTOR SERVICE-DESCRIPTOR PROGRAM [ARGUMENT...], started by w2n-machorun.
// The service is what request.h says, or -1.
//
//===----------------------------------------------------------------------===//

#include "deny.h"
#include "images.h"
#include "libsystem.h"
#include "loader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

void *machorun_map(void *address, size_t size, int protection, int flags, int fd, uint64_t offset) {
  void *result = mmap(address, size, protection, flags, fd, (off_t)offset);
  if (result == MAP_FAILED)
    machorun_fail("cannot map", strerror(errno));
  return result;
}

void machorun_protect(void *address, size_t size, int protection) {
  if (size > 0 && mprotect(address, size, protection) != 0)
    machorun_fail("cannot protect memory", strerror(errno));
}

static struct machorun_stack main_stack;

const struct machorun_stack *machorun_main_stack(void) { return &main_stack; }

// As large as Darwin's, with what is reserved below it (MAXSSIZ) inaccessible.
static void make_stack(void) {
  const size_t size = 8 << 20;
  const size_t reserved = 64 << 20;
  main_stack.reserved =
      machorun_map(0, reserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  main_stack.high = main_stack.reserved + reserved;
  main_stack.low = main_stack.high - size;
  machorun_protect(main_stack.low, size, PROT_READ | PROT_WRITE);
}

// What runs on the stack, which makecontext(3) gives no pointer.
static const struct machorun_tables *started;
static struct machorun_arguments arguments;

static void run(void) {
  typedef int main_function(int, char **, char **, char **);
  char *apple[] = {arguments.values[0], 0};
  machorun_initialize(started, &arguments);
  const struct machorun_loaded *program = machorun_image_at(0);
  exit(((main_function *)(void *)(program->base + program->image->entry))(
      arguments.count, arguments.values, arguments.environment, apple));
}

// Away from the numbers that a program may count on.
static int move_descriptor(int fd) {
  const int above = 200;
  if (fd < 0)
    return fd;
  const int result = fcntl(fd, F_DUPFD_CLOEXEC, above);
  if (result < 0)
    machorun_fail("cannot move a descriptor", strerror(errno));
  close(fd);
  return result;
}

int main(int argc, char **argv, char **envp) {
  if (argc < 4)
    machorun_fail("not to be started by hand", argc ? argv[0] : "");
  machorun_set_service(move_descriptor(atoi(argv[2])), &arguments);
  arguments = (struct machorun_arguments){argc - 3, argv + 3, envp};
  machorun_start_threads();
  started = machorun_load(atoi(argv[1]));
  make_stack();
  if (started->plan->denies_code && !w2n_deny_by_seccomp())
    machorun_fail("cannot deny executable memory", strerror(errno));

  ucontext_t context;
  getcontext(&context);
  context.uc_stack.ss_sp = main_stack.low;
  context.uc_stack.ss_size = (size_t)(main_stack.high - main_stack.low);
  context.uc_link = 0;
  makecontext(&context, run, 0);
  setcontext(&context);
  machorun_fail("cannot start the program", strerror(errno));
}
