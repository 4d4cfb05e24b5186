//===- setjmp.c - What clang makes of setjmp and longjmp --------------------===//

#include <setjmp.h>

// The tag of the exception that a longjmp is.
__asm__(".globl __c_longjmp\n"
        ".tagtype __c_longjmp i32\n"
        "__c_longjmp:\n");

void __wasm_setjmp(struct jump_buffer *buffer, unsigned label, void *invocation) {
  buffer->invocation = invocation;
  buffer->label = label;
}

// Gives the label of the setjmp in this call of a function that a longjmp is to; else 0.
unsigned __wasm_setjmp_test(const struct jump_buffer *buffer, const void *invocation) {
  return buffer->invocation == invocation ? buffer->label : 0;
}

void __wasm_longjmp(struct jump_buffer *buffer, int value) {
  buffer->argument.buffer = buffer;
  buffer->argument.value = value ? value : 1;
  __builtin_wasm_throw(1, &buffer->argument);
}
