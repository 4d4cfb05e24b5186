//===- frameless.c - Who called a function without a frame, on AArch64 -----===//
//
// Functions that call nothing have no frame, and their return address is still in the
// link register. In a function with a frame the link register is the return address that
// is in the frame too, or it is where a call that the function made came back to.
//
//===----------------------------------------------------------------------===//

#include "core/trap.h"
#include "cpu/cpu.h"
#include "platform/os.h"

uintptr_t w2n_frameless_return_address(const struct w2n_fault *fault, uintptr_t start,
                                       uintptr_t stack_end) {
  uintptr_t caller = fault->lr;
  if (!w2n_is_compiled_code(caller - 1))
    return 0;
  if (fault->fp >= fault->sp && fault->fp < stack_end && fault->fp % 16 == 0 &&
      ((const uintptr_t *)fault->fp)[1] == caller)
    return 0;
  struct w2n_code_location location = {0};
  if (w2n_locate_code(caller - 1, &location) && location.start == start)
    return 0;
  return caller;
}
