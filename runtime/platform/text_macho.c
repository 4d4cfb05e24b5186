//===- text_macho.c - Where compiled code is, in Mach-O images -------------===//

#include "core/trap.h"

// Defined by the linker for every section that is asked for.
extern const char text_start[] __asm__("section$start$__TEXT$__w2n_text");
extern const char text_end[] __asm__("section$end$__TEXT$__w2n_text");
extern const char libc_start[] __asm__("section$start$__TEXT$__w2n_libc");
extern const char libc_end[] __asm__("section$end$__TEXT$__w2n_libc");

int w2n_image_has_compiled_code(uintptr_t address) {
  return address >= (uintptr_t)text_start && address < (uintptr_t)text_end;
}

int w2n_image_has_libc_code(uintptr_t address) {
  return address >= (uintptr_t)libc_start && address < (uintptr_t)libc_end;
}
