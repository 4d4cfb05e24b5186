//===- vdso_linux.c - Functions that Linux maps into every process ----------===//
//
// The kernel's shared object is an ordinary ELF file in memory. Its symbols are found by
// its section headers, which every kernel leaves in; without them, as without the whole
// object, system calls do the work.
//
//===----------------------------------------------------------------------===//

#include "platform/linux/vdso.h"
#include "platform/os.h"

#include <stddef.h>
#include <stdint.h>

// Elf64_Ehdr, Elf64_Shdr, Elf64_Sym (System V ABI, chapter 4).
struct file_header {
  uint8_t identification[16];
  uint16_t type, machine;
  uint32_t version;
  uint64_t entry, program_headers, section_headers;
  uint32_t flags;
  uint16_t size, program_header_size, program_header_count;
  uint16_t section_header_size, section_header_count, section_names;
};
struct section_header {
  uint32_t name, type;
  uint64_t flags, address, offset, size;
  uint32_t link, info;
  uint64_t alignment, entry_size;
};
struct symbol {
  uint32_t name;
  uint8_t info, visibility;
  uint16_t section;
  uint64_t value, size;
};
enum { SHT_DYNSYM = 11, SHN_UNDEF = 0 };

static int is_equal(const char *a, const char *b) {
  while (*a && *a == *b)
    ++a, ++b;
  return *a == *b;
}

// The object is mapped as it is in its file, so offsets are addresses.
void *w2n_vdso_find(char **environment, const char *name) {
  enum { AT_SYSINFO_EHDR = 33 };
  const uint8_t *object =
      (const uint8_t *)(uintptr_t)w2n_os_auxiliary_value(environment, AT_SYSINFO_EHDR);
  if (!object)
    return 0;
  const struct file_header *file = (const struct file_header *)(const void *)object;
  const struct section_header *sections =
      (const struct section_header *)(const void *)(object + file->section_headers);
  if (!file->section_headers || file->section_header_size != sizeof(*sections))
    return 0;
  for (uint16_t i = 0; i < file->section_header_count; ++i) {
    const struct section_header *section = &sections[i];
    if (section->type != SHT_DYNSYM || section->link >= file->section_header_count)
      continue;
    const char *names = (const char *)object + sections[section->link].offset;
    const struct symbol *symbols = (const struct symbol *)(const void *)(object + section->offset);
    for (uint64_t s = 0; s < section->size / sizeof(*symbols); ++s)
      if (symbols[s].section != SHN_UNDEF && is_equal(names + symbols[s].name, name))
        return (void *)(uintptr_t)(object + symbols[s].value);
  }
  return 0;
}
