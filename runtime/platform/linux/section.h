//===- section.h - Sections with a meaning of their own ----------------===//
//
// LLVM turns loops of compiled code into calls of these functions, so that faults in them
// are faults of compiled code: w2n_is_libc_code() tells them by their section.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_SECTION_H
#define W2N_PLATFORM_SECTION_H

#define W2N_LIBC __attribute__((section("w2n_libc")))

// Of a pointer to a function that runs when the image is unloaded.
#define W2N_AT_UNLOAD __attribute__((section(".fini_array"), used))

#endif // W2N_PLATFORM_SECTION_H
