//===- section.h - Sections with a meaning of their own ----------------===//
//
// LLVM turns loops of compiled code into calls of these functions, so that faults in them
// are faults of compiled code: w2n_is_libc_code() tells them by their section.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_SECTION_H
#define W2N_PLATFORM_SECTION_H

#define W2N_LIBC __attribute__((section("__TEXT,__w2n_libc,regular,pure_instructions")))

// Has a function run when the image is unloaded: never, since it has thread-locals.
#define W2N_AT_UNLOAD(FUNCTION) _Static_assert(1, "")

// Where the image is mapped. The linker defines it.
extern const char __dso_handle[] __attribute__((visibility("hidden")));
#define W2N_IMAGE_START __dso_handle

#endif // W2N_PLATFORM_SECTION_H
