//===- setjmp.h - setjmp by WebAssembly's exceptions ------------------------===//
//
// Debian's wasi-libc has none. clang's -wasm-enable-sjlj turns calls of these functions into
// calls of those in setjmp.c.
//
//===----------------------------------------------------------------------===//

#ifndef REAL_SETJMP_H
#define REAL_SETJMP_H

struct jump_argument {
  void *buffer;
  int value;
};

typedef struct jump_buffer {
  void *invocation;
  unsigned label;
  struct jump_argument argument;
} jmp_buf[1];

int setjmp(jmp_buf) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf, int);

#endif // REAL_SETJMP_H
