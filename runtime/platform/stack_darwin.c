//===- stack_darwin.c - The bounds of a thread's stack, from libSystem -----===//

#include "platform/darwin/libsystem.h"
#include "platform/os.h"

int w2n_os_stack_bounds(uintptr_t *low, uintptr_t *high) {
  pthread_t self = pthread_self();
  *high = (uintptr_t)pthread_get_stackaddr_np(self);
  *low = *high - pthread_get_stacksize_np(self);
  return 1;
}
