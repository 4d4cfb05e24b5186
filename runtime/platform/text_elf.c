//===- text_elf.c - Where compiled code is, in ELF images ------------------===//

#include "core/trap.h"
#include "section.h"

// Defined by the linker, as the section's name is that of a C identifier.
extern const char __start_w2n_text[] __attribute__((visibility("hidden")));
extern const char __stop_w2n_text[] __attribute__((visibility("hidden")));
extern const char __start_w2n_libc[] __attribute__((visibility("hidden")));
extern const char __stop_w2n_libc[] __attribute__((visibility("hidden")));

// Keep the sections, and so their bounds, where a program has nothing of its own in them.
__attribute__((section(W2N_TEXT_SECTION_ELF), used, retain)) static void text_anchor(void) {
  __builtin_trap();
}
W2N_LIBC __attribute__((used, retain)) static void libc_anchor(void) { __builtin_trap(); }

int w2n_image_has_compiled_code(uintptr_t address) {
  return address >= (uintptr_t)__start_w2n_text && address < (uintptr_t)__stop_w2n_text;
}

int w2n_image_has_libc_code(uintptr_t address) {
  return address >= (uintptr_t)__start_w2n_libc && address < (uintptr_t)__stop_w2n_libc;
}
