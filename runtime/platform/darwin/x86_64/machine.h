//===- machine.h - macOS on x86-64: symbol names and signal contexts -------===//

#ifndef W2N_PLATFORM_DARWIN_MACHINE_H
#define W2N_PLATFORM_DARWIN_MACHINE_H

// The plain name is the variant with 32-bit inode numbers.
#define W2N_INODE64(NAME) __asm__("_" #NAME "$INODE64")

#endif // W2N_PLATFORM_DARWIN_MACHINE_H
