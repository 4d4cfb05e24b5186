//===- os.h - What the runtime's core needs of a system --------------------===//
//
// Implemented by os_<system>.c and stack_<system>.c; CMake chooses. Sizes are bytes, and
// those of mappings are multiples of W2N_OS_GRANULE, which no supported page size exceeds.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_OS_H
#define W2N_PLATFORM_OS_H

#include <stddef.h>
#include <stdint.h>

#define W2N_OS_GRANULE 0x10000

// Address space that faults when it is touched, and takes no memory; null where the
// system refuses.
void *w2n_os_reserve(uint64_t size);
// Makes a part of a reservation readable and writable; it reads as zero. Gives 0 where
// the system refuses, and then nothing has changed.
int w2n_os_commit(void *address, uint64_t size);
// Readable and writable memory that reads as zero; null where the system refuses.
void *w2n_os_allocate(uint64_t size);
// Enlarges what w2n_os_allocate gave, perhaps elsewhere; the new part reads as zero.
// Null where the system refuses, and then nothing has changed.
void *w2n_os_reallocate(void *address, uint64_t size, uint64_t new_size);
// Makes the page that an address of the image is in writable, or read-only again. Gives 0
// where the system refuses.
int w2n_os_set_writable(const void *address, int is_writable);
// Gives back what reserve or allocate gave.
void w2n_os_release(void *address, uint64_t size);

// Writes to a descriptor as much as it takes, and gives 0 where that was not all; safe in
// a signal handler.
int w2n_os_write(int fd, const char *text, size_t size);
_Noreturn void w2n_os_exit(int status);

// The current thread's stack: its lowest usable address and the first above it. Gives 0
// where they cannot be found.
int w2n_os_stack_bounds(uintptr_t *low, uintptr_t *high);

// A value of the auxiliary vector, which Linux puts behind the environment that a process
// is started with; 0 where there is none of that type, or no such vector.
uint64_t w2n_os_auxiliary_value(char **environment, uint64_t type);

// A fault as the handler finds it.
struct w2n_fault {
  // What could not be accessed.
  uintptr_t address;
  uintptr_t pc;
  uintptr_t sp;
  uintptr_t fp;
  // The link register; 0 where the CPU has none.
  uintptr_t lr;
  // The system's signal context.
  void *context;
};

// Makes w2n_handle_fault() see the faults of every thread, on the alternate stack of
// threads that have one. What it does not handle goes to the action that was set
// before. May be called more than once. Gives 0 where the system refuses.
int w2n_os_install_fault_handler(void);
// Sets the actions again that were set before w2n_os_install_fault_handler(), unless others
// have been set since.
void w2n_os_remove_fault_handler(void);
// Gives the current thread a stack for its fault handler, unless it has one. Gives 0
// where the system refuses. At least W2N_OS_ALTERNATE_STACK_SIZE bytes.
int w2n_os_set_alternate_stack(void *stack, uint64_t size);
#define W2N_OS_ALTERNATE_STACK_SIZE 0x10000
// Removes the alternate stack of the current thread.
void w2n_os_clear_alternate_stack(void);
// Lets the thread that faulted go on at pc, which is entered as a C function of one
// pointer is, with the stack pointer given, when the handler returns.
void w2n_os_resume(const struct w2n_fault *fault, uintptr_t pc, uintptr_t sp, void *argument);

// Defined by core/fault.c: 1 where the fault was a trap and has been dealt with.
int w2n_handle_fault(const struct w2n_fault *fault);

#endif // W2N_PLATFORM_OS_H
