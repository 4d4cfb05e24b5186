//===- trap.h - How traps reach the placement of the instance --------------===//
//
// A trap is described once, by trap.c or fault.c, and then handed to the placement,
// which decides how it ends: a program reports it and exits (placement/program.c), a
// library goes back to the host's call (placement/library.c). The functions at the end
// are the seam: each placement defines all of them.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_CORE_TRAP_H
#define W2N_CORE_TRAP_H

#include "abi/abi.h"

#include <stdint.h>

// Of a longer backtrace so many of the innermost and the outermost functions are shown.
enum { W2N_BACKTRACE_INNERMOST = 32, W2N_BACKTRACE_OUTERMOST = 8 };
enum { W2N_BACKTRACE_SHOWN = W2N_BACKTRACE_INNERMOST + W2N_BACKTRACE_OUTERMOST };
// More frames are kept, since some turn out to be of no function of the module: what host
// and runtime call it by.
enum {
  W2N_BACKTRACE_KEPT_INNERMOST = 2 * W2N_BACKTRACE_INNERMOST,
  W2N_BACKTRACE_KEPT_OUTERMOST = 2 * W2N_BACKTRACE_OUTERMOST
};

// The frames of compiled code, innermost first.
struct w2n_backtrace {
  // How many there were; the first W2N_BACKTRACE_KEPT_INNERMOST are in innermost, the last
  // W2N_BACKTRACE_KEPT_OUTERMOST of those beyond in the ring outermost, where frame n is at
  // n % W2N_BACKTRACE_KEPT_OUTERMOST.
  uint64_t count;
  // Addresses inside the instruction that was running, so that a call in the last
  // instruction of a function is not taken for the function that follows.
  uintptr_t innermost[W2N_BACKTRACE_KEPT_INNERMOST];
  uintptr_t outermost[W2N_BACKTRACE_KEPT_OUTERMOST];
};

struct w2n_trap_info {
  // W2N_TRAP_*.
  uint32_t code;
  // What the report adds to the message, or null.
  const char *detail;
  // Of EXIT.
  uint32_t exit_status;
  // Of UNCAUGHT_EXCEPTION; else null.
  struct w2n_exception *exception;
  // Of an exception: where it was thrown.
  struct w2n_backtrace backtrace;
};

// The message of traps.def for a code.
const char *w2n_trap_reason(uint32_t code);

// What is shown of a backtrace.
struct w2n_shown_frames {
  // Entries of addresses: all functions of modules, innermost first.
  uint32_t count;
  uintptr_t addresses[W2N_BACKTRACE_SHOWN];
  // How many are left out after entry W2N_BACKTRACE_INNERMOST - 1.
  uint64_t omitted;
};
void w2n_backtrace_show(const struct w2n_backtrace *backtrace, struct w2n_shown_frames *shown);

// A function of compiled code.
struct w2n_code_location {
  // UTF-8 which may hold any character, ends with a NUL.
  const char *name;
  // In the module's function index space, or W2N_FUNCTION_WITHOUT_INDEX.
  uint32_t index;
  // Where its first instruction is in the bytes of the module.
  uint32_t offset;
  // Its first instruction.
  uintptr_t start;
};

// Finds the function of a table that an address is in: the one that starts nearest
// before it. Leaves *location alone and gives 0 where it already holds a nearer one (start
// is 0 in one that holds none), so that several tables can be asked one after the other.
int w2n_find_function(const w2n_function_table *table, uintptr_t address,
                      struct w2n_code_location *location);

// Writes the message and the backtrace to standard error; safe in a signal handler.
void w2n_report_trap(const struct w2n_trap_info *info);

// Whether an address is in the compiled code of this image (in W2N_TEXT_SECTION_*), or in one
// of its functions of libc/ that LLVM calls in place of loops. In platform/text_*.c.
int w2n_image_has_compiled_code(uintptr_t address);
int w2n_image_has_libc_code(uintptr_t address);

// The seam.

// Ends a trap of running code. info lives on the stack of the caller.
_Noreturn void w2n_end_in_trap(const struct w2n_trap_info *info);

// Ends a trap found by the fault handler, on its alternate stack: does not return, or
// returns after w2n_os_resume() said where the thread goes on once the handler returns.
// Only what is safe in a signal handler may be called. fault is as in platform/os.h.
struct w2n_fault;
void w2n_end_in_trap_of_fault(const struct w2n_trap_info *info, const struct w2n_fault *fault);

// Whether a fault, in compiled code or in what it called, means that the stack of the
// current call ran into its guard. Called in the fault handler.
int w2n_is_stack_guard(const struct w2n_fault *fault);

// No frame of compiled code of the current call is at or above this address: where a
// walk along the frame pointers ends.
uintptr_t w2n_call_stack_end(void);

// Whether an address is in compiled code, or in a function of libc/ that it calls, of any
// image that runs on this runtime. Called in the fault handler.
int w2n_is_compiled_code(uintptr_t address);
int w2n_is_libc_code(uintptr_t address);

// The compiled function that an address is in; 0 where there is none.
int w2n_locate_code(uintptr_t address, struct w2n_code_location *location);

#endif // W2N_CORE_TRAP_H
