//===- section.h - Sections with a meaning of their own ----------------===//
//
// LLVM turns loops of compiled code into calls of these functions, so that faults in them
// are faults of compiled code: w2n_is_libc_code() tells them by their section.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_SECTION_H
#define W2N_PLATFORM_SECTION_H

#define W2N_LIBC __attribute__((section("w2n_libc")))

// Has a function run when the image is unloaded.
#define W2N_AT_UNLOAD(FUNCTION)                                                                    \
  __attribute__((section(".fini_array"), used)) static void (*at_unload)(void) = FUNCTION

// Where the image is mapped. The linker defines it.
extern const char __ehdr_start[] __attribute__((visibility("hidden")));
#define W2N_IMAGE_START __ehdr_start

#endif // W2N_PLATFORM_SECTION_H
