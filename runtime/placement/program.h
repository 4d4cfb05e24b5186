//===- program.h - What parts of a program find at start-up ----------------===//
//
// A part of the runtime that must run before the module's initialize (WASI opens its
// directories, say) is a constructor in the archive member that compiled code refers to
// when it needs the part:
//
//   __attribute__((constructor)) static void start(int argc, char **argv, char **envp);
//
// Start-up on Linux calls constructors as dyld does, on the system's stack, and a program
// that does not need the part links none of it.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLACEMENT_PROGRAM_H
#define W2N_PLACEMENT_PROGRAM_H

#include "abi/abi.h"
#include "placement/symbol.h"

// Made by the compiler: what the program is made of. The symbol is w2n_program, a name
// that C has given to the type.
extern const w2n_program w2n_the_program __asm__(W2N_SYMBOL("w2n_program"))
    __attribute__((visibility("hidden")));

// The store that compiled code of a program reads.
extern w2n_store w2n_program_store;

// How the program was started; set before any module code runs.
struct w2n_command_line {
  int argc;
  char **argv;
  char **envp;
};
extern struct w2n_command_line w2n_program_command_line;

// Ends the program.
_Noreturn void w2n_program_end(int status);

// Called by the start-up code of the platform; the result is the exit status.
int w2n_main(int argc, char **argv, char **envp);

#endif // W2N_PLACEMENT_PROGRAM_H
