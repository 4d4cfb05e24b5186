//===- section.h - The section of the functions LLVM calls by itself    ===//
//
// LLVM turns loops of compiled code into calls of these functions, so that faults in them
// are faults of compiled code: w2n_is_libc_code() tells them by their section.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLATFORM_SECTION_H
#define W2N_PLATFORM_SECTION_H

#define W2N_LIBC __attribute__((section("__TEXT,__w2n_libc,regular,pure_instructions")))

#endif // W2N_PLATFORM_SECTION_H
