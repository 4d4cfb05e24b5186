//===- frameless.c - Who called a function without a frame, on x86-64 ------===//
//
// Functions that call nothing have no frame, and others set it up only where they need
// it. A function has its frame once it ran through "push %rbp; mov %rsp, %rbp", which
// is looked for in the bytes between its start and the fault. Without a frame, the return
// address is the first word on the stack that looks like one: it points behind a call
// of this function or, if there is none, behind an indirect call.
//
//===----------------------------------------------------------------------===//

#include "core/trap.h"
#include "cpu/cpu.h"
#include "platform/os.h"

enum { LARGEST_FRAMELESS = 1024 };

static int has_frame(uintptr_t start, uintptr_t pc) {
  static const uint8_t set_up[] = {0x55, 0x48, 0x89, 0xE5};
  for (uintptr_t at = start; at + sizeof set_up <= pc; ++at)
    if (__builtin_memcmp((const void *)at, set_up, sizeof set_up) == 0)
      return 1;
  return 0;
}

// Whether an address is behind "call start", or behind any such call where start is 0.
static int follows_call_of(uintptr_t address, uintptr_t start) {
  const uint8_t *code = (const uint8_t *)address;
  int32_t distance;
  __builtin_memcpy(&distance, code - 4, sizeof distance);
  return code[-5] == 0xE8 && (!start || address + (uintptr_t)(intptr_t)distance == start);
}

// Whether an address is behind a call through a register or memory: FF /2, of two to
// seven bytes.
static int follows_indirect_call(uintptr_t address) {
  const uint8_t *code = (const uint8_t *)address;
  for (int length = 2; length <= 7; ++length)
    if (code[-length] == 0xFF && (code[1 - length] & 0x38) == 0x10)
      return 1;
  return 0;
}

uintptr_t w2n_frameless_return_address(const struct w2n_fault *fault, uintptr_t start,
                                       uintptr_t stack_end) {
  if (start && has_frame(start, fault->pc))
    return 0;
  uintptr_t indirect = 0;
  uintptr_t end = fault->fp > fault->sp && fault->fp < stack_end ? fault->fp : stack_end;
  for (uintptr_t at = (fault->sp + 7) & -(uintptr_t)8;
       at < end && at - fault->sp < LARGEST_FRAMELESS; at += 8) {
    uintptr_t word = *(const uintptr_t *)at;
    if (!w2n_is_compiled_code(word - 8) || !w2n_is_compiled_code(word - 1))
      continue;
    if (follows_call_of(word, start))
      return word;
    if (!indirect && follows_indirect_call(word))
      indirect = word;
  }
  return indirect;
}
