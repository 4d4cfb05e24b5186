//===- bzero.c - What LLVM calls on Darwin to set memory to zero -----------===//
//
// Calls of memset in tail position, so that these too have no frame.
//
//===----------------------------------------------------------------------===//

#include "libc/libc.h"
#include "section.h"

W2N_LIBC void bzero(void *to, size_t size) { memset(to, 0, size); }

W2N_LIBC void __bzero(void *to, size_t size) { memset(to, 0, size); }
