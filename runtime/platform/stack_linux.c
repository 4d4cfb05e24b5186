//===- stack_linux.c - The bounds of a thread's stack, from /proc/self/maps -===//

#include "platform/linux/syscall.h"
#include "platform/os.h"

enum { O_CLOEXEC = 02000000, AT_FDCWD = -100, RLIMIT_STACK = 3 };

// A line of the file, as far as it has been read: "low-high permissions ... [name]".
struct line {
  uintptr_t bounds[2];
  // 0 and 1: in one of the bounds; 2: behind them.
  unsigned part;
  // How many characters of "[stack]" the line ends with so far.
  unsigned matched;
};

static const char main_stack[] = "[stack]";

static void read_character(struct line *line, char c) {
  if (line->part < 2) {
    if (c == '-' || c == ' ')
      ++line->part;
    else
      line->bounds[line->part] =
          line->bounds[line->part] << 4 | (uintptr_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    return;
  }
  line->matched = c == main_stack[line->matched] ? line->matched + 1 : c == main_stack[0];
}

// The main thread's stack is mapped as it grows, down to the limit.
static uintptr_t lowest_of_main_stack(const struct line *line) {
  struct {
    uint64_t current, maximum;
  } limit;
  int64_t result = w2n_syscall(W2N_SYS_prlimit64, 0, RLIMIT_STACK, 0, (uintptr_t)&limit, 0, 0);
  if (w2n_syscall_failed(result) || limit.current >= line->bounds[1])
    return line->bounds[0];
  uintptr_t low = line->bounds[1] - limit.current;
  return low < line->bounds[0] ? low : line->bounds[0];
}

static int find_in_maps(int64_t fd, uintptr_t here, struct line *line) {
  char buffer[1024];
  *line = (struct line){0};
  for (;;) {
    int64_t size =
        w2n_syscall(W2N_SYS_read, (uint64_t)fd, (uintptr_t)buffer, sizeof buffer, 0, 0, 0);
    if (size <= 0)
      return 0;
    for (int64_t i = 0; i < size; ++i) {
      if (buffer[i] != '\n') {
        read_character(line, buffer[i]);
        continue;
      }
      if (here >= line->bounds[0] && here < line->bounds[1])
        return 1;
      *line = (struct line){0};
    }
  }
}

int w2n_os_stack_bounds(uintptr_t *low, uintptr_t *high) {
  static const char path[] = "/proc/self/maps";
  int64_t fd =
      w2n_syscall(W2N_SYS_openat, (uint64_t)(int64_t)AT_FDCWD, (uintptr_t)path, O_CLOEXEC, 0, 0, 0);
  if (w2n_syscall_failed(fd))
    return 0;
  struct line line;
  int found = find_in_maps(fd, (uintptr_t)&line, &line);
  w2n_syscall(W2N_SYS_close, (uint64_t)fd, 0, 0, 0, 0, 0);
  if (!found)
    return 0;
  *high = line.bounds[1];
  *low = line.matched == sizeof main_stack - 1 ? lowest_of_main_stack(&line) : line.bounds[0];
  return 1;
}
