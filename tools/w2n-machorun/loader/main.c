//===- main.c - Maps a program by its plan and starts it -------------------===//
//
// LOADER PLAN-DESCRIPTOR PROGRAM [ARGUMENT...], started by w2n-machorun.
//
//===----------------------------------------------------------------------===//

#include "deny.h"
#include "libsystem.h"
#include "loader.h"
#include "machine.h"
#include "plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct program {
  const struct machorun_plan *plan;
  const struct machorun_segment *segments;
  const struct machorun_fixup *fixups;
  const uint64_t *initializers;
  const char *strings;
  // Where the image is.
  char *base;
  int argument_count;
  char **arguments;
  char **environment;
};

static void *map_or_fail(void *address, size_t size, int protection, int flags, int fd,
                         uint64_t offset) {
  void *result = mmap(address, size, protection, flags, fd, (off_t)offset);
  if (result == MAP_FAILED)
    machorun_fail("cannot map", strerror(errno));
  return result;
}

static void protect_or_fail(void *address, size_t size, uint32_t protection) {
  if (size > 0 && mprotect(address, size, (int)protection) != 0)
    machorun_fail("cannot protect memory", strerror(errno));
}

static uint64_t round_up(uint64_t size, uint64_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

static void read_plan(int fd, struct program *program) {
  struct machorun_plan head;
  if (pread(fd, &head, sizeof(head), 0) != sizeof(head))
    machorun_fail("cannot read the plan", "it is too short");
  const char *start = map_or_fail(0, head.plan_size, PROT_READ, MAP_PRIVATE, fd, 0);
  program->plan = (const struct machorun_plan *)start;
  program->segments = (const struct machorun_segment *)(program->plan + 1);
  program->fixups = (const struct machorun_fixup *)(program->segments + head.segment_count);
  program->initializers = (const uint64_t *)(program->fixups + head.fixup_count);
  program->strings = (const char *)(program->initializers + head.initializer_count);
}

// The kernel chooses where the image is: its slide.
static void map_segments(int fd, struct program *program) {
  const uint64_t size = program->plan->size;
  char *reserved = map_or_fail(0, size + MACHORUN_ALIGNMENT, PROT_NONE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  program->base = (char *)round_up((uintptr_t)reserved, MACHORUN_ALIGNMENT);
  for (uint32_t i = 0; i < program->plan->segment_count; ++i) {
    const struct machorun_segment *segment = &program->segments[i];
    char *address = program->base + segment->address;
    const uint64_t filled = round_up(segment->content_size, DARWIN_PAGE_SIZE);
    if (filled > 0)
      map_or_fail(address, filled, (int)segment->protection, MAP_PRIVATE | MAP_FIXED, fd,
                  segment->content);
    if (segment->size > filled)
      protect_or_fail(address + filled, segment->size - filled, segment->protection);
  }
}

static void apply_fixups(const struct program *program) {
  for (uint32_t i = 0; i < program->plan->fixup_count; ++i) {
    const struct machorun_fixup *fixup = &program->fixups[i];
    uint64_t target = (uintptr_t)program->base;
    if (fixup->is_bind) {
      const char *symbol = program->strings + fixup->symbol;
      target = (uintptr_t)machorun_find_function(symbol);
      if (!target)
        machorun_fail("libSystem has no such function here", symbol);
    }
    target += fixup->value;
    memcpy(program->base + fixup->address, &target, sizeof(target));
  }
}

// With one thread, the initial values are its variables.
static void set_up_thread_variables(const struct program *program) {
  struct descriptor {
    void *function;
    uint64_t key;
    uint64_t offset;
  };
  const struct machorun_plan *plan = program->plan;
  struct descriptor *descriptors = (void *)(program->base + plan->thread_variables);
  for (uint64_t i = 0; i < plan->thread_variables_size / sizeof(*descriptors); ++i)
    descriptors[i].offset += (uintptr_t)program->base + plan->thread_values;
}

static void protect_segments(const struct program *program) {
  for (uint32_t i = 0; i < program->plan->segment_count; ++i) {
    const struct machorun_segment *segment = &program->segments[i];
    if (segment->final_protection != segment->protection)
      protect_or_fail(program->base + segment->address, round_up(segment->size, DARWIN_PAGE_SIZE),
                      segment->final_protection);
  }
}

static struct machorun_stack main_stack;

const struct machorun_stack *machorun_main_stack(void) { return &main_stack; }

// As large as Darwin's, with what is reserved below it (MAXSSIZ) inaccessible.
static void make_stack(void) {
  const size_t size = 8 << 20;
  const size_t reserved = 64 << 20;
  main_stack.reserved =
      map_or_fail(0, reserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  main_stack.high = main_stack.reserved + reserved;
  main_stack.low = main_stack.high - size;
  protect_or_fail(main_stack.low, size, PROT_READ | PROT_WRITE);
}

// What runs on the stack, which makecontext(3) gives no pointer.
static struct program started;

typedef int entry_function(int, char **, char **, char **);

static void run(void) {
  char *apple[] = {started.arguments[0], 0};
  for (uint32_t i = 0; i < started.plan->initializer_count; ++i)
    ((entry_function *)(void *)(started.base + started.initializers[i]))(
        started.argument_count, started.arguments, started.environment, apple);
  _exit(((entry_function *)(void *)(started.base + started.plan->entry))(
      started.argument_count, started.arguments, started.environment, apple));
}

int main(int argc, char **argv, char **envp) {
  if (argc < 3)
    machorun_fail("not to be started by hand", argc ? argv[0] : "");
  const int fd = atoi(argv[1]);
  read_plan(fd, &started);
  map_segments(fd, &started);
  close(fd);
  apply_fixups(&started);
  set_up_thread_variables(&started);
  protect_segments(&started);
  make_stack();
  started.argument_count = argc - 2;
  started.arguments = argv + 2;
  started.environment = envp;
  if (started.plan->is_native && !w2n_deny_by_seccomp())
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
