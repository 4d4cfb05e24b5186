#ifndef SETJMP_H
#define SETJMP_H

// The signal mask is not kept.
typedef int jmp_buf[48];
int setjmp(jmp_buf) __attribute__((returns_twice));
int _setjmp(jmp_buf) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf, int);
_Noreturn void _longjmp(jmp_buf, int);

#endif
