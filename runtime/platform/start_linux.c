//===- start_linux.c - What a static, position-independent program does first ===//
//
// There is no dynamic linker: the program relocates itself, makes what only relocation
// had to write read-only, and sets up thread-locals. Until it is relocated, nothing may
// be read through a pointer that is stored in the image.
//
//===----------------------------------------------------------------------===//

#include "placement/program.h"
#include "platform/linux/syscall.h"
#include "platform/os.h"

#include <stddef.h>

struct elf_header {
  uint8_t identification[16];
  uint16_t type, machine;
  uint32_t version;
  uint64_t entry, program_headers, section_headers;
  uint32_t flags;
  uint16_t header_size, program_header_size, program_header_count;
};

struct program_header {
  uint32_t type, flags;
  uint64_t offset, address, physical_address, file_size, memory_size, alignment;
};

struct dynamic_entry {
  uint64_t tag, value;
};

struct relocation {
  uint64_t offset, info;
  int64_t addend;
};

struct auxiliary_entry {
  uint64_t type, value;
};

enum {
  PT_TLS = 7,
  PT_GNU_RELRO = 0x6474e552,
  DT_RELA = 7,
  DT_RELASZ = 8,
  DT_RELR = 36,
  DT_RELRSZ = 35,
  AT_PAGESZ = 6,
};

// Defined by the linker: the first byte of the image, and the bounds of the constructors.
extern const struct elf_header __ehdr_start __attribute__((visibility("hidden")));
typedef void constructor(int, char **, char **);
extern constructor *const __init_array_start[] __attribute__((visibility("hidden")));
extern constructor *const __init_array_end[] __attribute__((visibility("hidden")));

__attribute__((visibility("hidden"))) _Noreturn void w2n_start(uint64_t *stack,
                                                               const struct dynamic_entry *entry);

static void apply_relocations(uintptr_t base, const struct relocation *relocation, uint64_t size) {
  for (uint64_t i = 0; i < size / sizeof *relocation; ++i, ++relocation) {
    // A program that refers only to itself has no other kind.
    if ((uint32_t)relocation->info != W2N_R_RELATIVE)
      __builtin_trap();
    *(uint64_t *)(base + relocation->offset) = base + (uint64_t)relocation->addend;
  }
}

// The packed form: an even word is the address of a word to relocate; an odd one a bit
// map of the 63 words that follow the last address.
static void apply_packed_relocations(uintptr_t base, const uint64_t *packed, uint64_t size) {
  uint64_t *where = 0;
  for (uint64_t i = 0; i < size / sizeof *packed; ++i) {
    if (!(packed[i] & 1)) {
      where = (uint64_t *)(base + packed[i]);
      *where++ += base;
      continue;
    }
    for (uint64_t bits = packed[i] >> 1, n = 0; bits; bits >>= 1, ++n)
      if (bits & 1)
        where[n] += base;
    where += 63;
  }
}

static void relocate(uintptr_t base, const struct dynamic_entry *entry) {
  uint64_t table = 0, size = 0, packed = 0, packed_size = 0;
  for (; entry->tag; ++entry) {
    if (entry->tag == DT_RELA)
      table = entry->value;
    else if (entry->tag == DT_RELASZ)
      size = entry->value;
    else if (entry->tag == DT_RELR)
      packed = entry->value;
    else if (entry->tag == DT_RELRSZ)
      packed_size = entry->value;
  }
  apply_relocations(base, (const struct relocation *)(base + table), size);
  apply_packed_relocations(base, (const uint64_t *)(base + packed), packed_size);
}

static void protect_relocated(uintptr_t base, const struct program_header *relro, uint64_t page) {
  uintptr_t begin = (base + relro->address) & -page;
  uintptr_t end = (base + relro->address + relro->memory_size) & -page;
  const uint64_t read_only = 1;
  if (end > begin &&
      w2n_syscall_failed(w2n_syscall(W2N_SYS_mprotect, begin, end - begin, read_only, 0, 0, 0)))
    __builtin_trap();
}

// Thread-locals of the only thread that start-up knows of.
static void set_up_thread_locals(uintptr_t base, const struct program_header *tls) {
  uint64_t alignment = tls->alignment > 16 ? tls->alignment : 16;
  uint64_t size = (tls->memory_size + alignment - 1) & -alignment;
  uint64_t header = alignment;
  uint64_t whole = (size + header + W2N_OS_GRANULE - 1) & -(uint64_t)W2N_OS_GRANULE;
  char *block = w2n_os_allocate(whole);
  if (!block)
    __builtin_trap();
  char *pointer = W2N_TLS_BELOW_POINTER ? block + size : block;
  char *first = W2N_TLS_BELOW_POINTER ? block : block + header;
  *(char **)pointer = pointer;
  __builtin_memcpy(first, (const char *)(base + tls->address), tls->file_size);
  w2n_set_thread_pointer((uintptr_t)pointer);
}

_Noreturn void w2n_start(uint64_t *stack, const struct dynamic_entry *entry) {
  uintptr_t base = (uintptr_t)&__ehdr_start;
  relocate(base, entry);

  int argc = (int)stack[0];
  char **argv = (char **)(stack + 1);
  char **envp = argv + argc + 1;
  uint64_t *end = (uint64_t *)envp;
  while (*end)
    ++end;
  uint64_t page = 4096;
  for (const struct auxiliary_entry *aux = (void *)(end + 1); aux->type; ++aux)
    if (aux->type == AT_PAGESZ)
      page = aux->value;

  const struct program_header *header = (void *)(base + __ehdr_start.program_headers);
  for (unsigned i = 0; i < __ehdr_start.program_header_count; ++i) {
    if (header[i].type == PT_GNU_RELRO)
      protect_relocated(base, &header[i], page);
    else if (header[i].type == PT_TLS)
      set_up_thread_locals(base, &header[i]);
  }
  for (constructor *const *start = __init_array_start; start != __init_array_end; ++start)
    (*start)(argc, argv, envp);
  w2n_os_exit(w2n_main(argc, argv, envp));
}
