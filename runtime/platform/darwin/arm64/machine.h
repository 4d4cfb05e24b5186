//===- machine.h - macOS on arm64: symbol names and signal contexts --------===//

#ifndef W2N_PLATFORM_DARWIN_MACHINE_H
#define W2N_PLATFORM_DARWIN_MACHINE_H

#define W2N_INODE64(NAME) __asm__("_" #NAME)

#endif // W2N_PLATFORM_DARWIN_MACHINE_H
