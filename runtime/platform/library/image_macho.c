//===- image_macho.c - What the file of a Mach-O library says --------------===//

#include "platform/library/image.h"

#include "abi/constants.h"

#define MAGIC_64 0xFEEDFACF
#define MAGIC_FAT 0xBEBAFECA
enum { MH_DYLIB = 6 };
enum { LC_SEGMENT_64 = 0x19, LC_CODE_SIGNATURE = 0x1D, PROTECTION_WRITE = 2 };
#if defined(__x86_64__)
enum { THIS_CPU = 0x01000007 };
#elif defined(__aarch64__)
enum { THIS_CPU = 0x0100000C };
#endif

struct header {
  uint32_t magic, cpu, cpu_subtype, type, command_count, commands_size, flags, reserved;
};

struct command {
  uint32_t kind, size;
};

struct segment {
  struct command command;
  char name[16];
  uint64_t address, memory_size, offset, file_size;
  uint32_t maximum_protection, protection, section_count, flags;
};

struct section {
  char name[16], segment[16];
  uint64_t address, size;
  uint32_t offset, alignment, relocations, relocation_count, flags, reserved[3];
};

// Of LC_CODE_SIGNATURE: where the signature is.
struct signature {
  struct command command;
  uint32_t offset, size;
};

// All numbers of a universal file have the highest byte first.
struct fat_part {
  uint32_t cpu, cpu_subtype, offset, size, alignment;
};

static const char note_section[] = W2N_CAPABILITIES_SECTION_MACHO;

// The name of a section in an array of 16, against the one that ends note_section.
static int is_note_section(const struct section *section) {
  const char *name = note_section + sizeof "__TEXT," - 1;
  return __builtin_memcmp(section->segment, note_section, sizeof "__TEXT" - 1) == 0 &&
         __builtin_memcmp(section->name, name, sizeof note_section - sizeof "__TEXT," + 1) == 0;
}

static const char *read_segment(struct w2n_image *image, const char *at, uint32_t size) {
  struct segment segment;
  if (size < sizeof segment)
    return W2N_IMAGE_FOREIGN;
  __builtin_memcpy(&segment, at, sizeof segment);
  if (segment.section_count > (size - sizeof segment) / sizeof(struct section))
    return W2N_IMAGE_FOREIGN;
  if (!w2n_image_has(image, segment.offset, segment.file_size))
    return W2N_IMAGE_CUT_OFF;
  for (uint32_t i = 0; i < segment.section_count; ++i) {
    struct section section;
    __builtin_memcpy(&section, at + sizeof segment + i * sizeof section, sizeof section);
    if (is_note_section(&section) && section.offset % 4 == 0 &&
        w2n_image_has(image, section.offset, section.size))
      image->note = w2n_find_library_note(image->bytes + section.offset, section.size);
  }
  return 0;
}

static const char *read_command(struct w2n_image *image, const char *at, struct command command) {
  struct signature signature;
  if (command.kind == LC_SEGMENT_64)
    return read_segment(image, at, command.size);
  if (command.kind != LC_CODE_SIGNATURE || command.size < sizeof signature)
    return 0;
  __builtin_memcpy(&signature, at, sizeof signature);
  return w2n_image_has(image, signature.offset, signature.size) ? 0 : W2N_IMAGE_CUT_OFF;
}

static const char *read_thin(struct w2n_image *image) {
  struct header header;
  if (image->size < sizeof header)
    return W2N_IMAGE_FOREIGN;
  __builtin_memcpy(&header, image->bytes, sizeof header);
  if (header.magic != MAGIC_64 || header.type != MH_DYLIB)
    return W2N_IMAGE_FOREIGN;
  if (!w2n_image_has(image, sizeof header, header.commands_size))
    return W2N_IMAGE_CUT_OFF;
  const char *at = image->bytes + sizeof header;
  uint64_t left = header.commands_size;
  for (uint32_t i = 0; i < header.command_count; ++i) {
    struct command command;
    if (left < sizeof command)
      return W2N_IMAGE_FOREIGN;
    __builtin_memcpy(&command, at, sizeof command);
    if (command.size < sizeof command || command.size > left)
      return W2N_IMAGE_FOREIGN;
    const char *problem = read_command(image, at, command);
    if (problem)
      return problem;
    at += command.size;
    left -= command.size;
  }
  if (!image->note)
    return W2N_IMAGE_FOREIGN;
  return header.cpu == THIS_CPU ? 0 : W2N_IMAGE_OTHER_CPU;
}

// Narrows an image that is a universal file to the part for this machine.
static const char *choose_part(struct w2n_image *image) {
  uint32_t head[2];
  if (image->size < sizeof head)
    return W2N_IMAGE_FOREIGN;
  __builtin_memcpy(head, image->bytes, sizeof head);
  if (head[0] != MAGIC_FAT)
    return 0;
  const uint32_t count = __builtin_bswap32(head[1]);
  for (uint32_t i = 0; i < count; ++i) {
    struct fat_part part;
    const uint64_t at = sizeof head + (uint64_t)i * sizeof part;
    if (!w2n_image_has(image, at, sizeof part))
      return W2N_IMAGE_CUT_OFF;
    __builtin_memcpy(&part, image->bytes + at, sizeof part);
    if (__builtin_bswap32(part.cpu) != THIS_CPU)
      continue;
    const uint32_t offset = __builtin_bswap32(part.offset), size = __builtin_bswap32(part.size);
    if (!w2n_image_has(image, offset, size))
      return W2N_IMAGE_CUT_OFF;
    if (offset % 4 != 0)
      return W2N_IMAGE_FOREIGN;
    image->bytes += offset;
    image->size = size;
    return 0;
  }
  return W2N_IMAGE_OTHER_CPU;
}

const char *w2n_image_read(const void *file, uint64_t size, struct w2n_image *image) {
  *image = (struct w2n_image){.bytes = file, .size = size};
  const char *problem = choose_part(image);
  return problem ? problem : read_thin(image);
}

int w2n_image_is_mapped(const struct w2n_image *image, const void *base) {
  struct header header;
  __builtin_memcpy(&header, image->bytes, sizeof header);
  const char *at = image->bytes + sizeof header;
  for (uint32_t i = 0; i < header.command_count; ++i) {
    struct segment segment;
    __builtin_memcpy(&segment.command, at, sizeof segment.command);
    if (segment.command.kind == LC_SEGMENT_64) {
      __builtin_memcpy(&segment, at, sizeof segment);
      // The first segment is __TEXT, which the header begins.
      if (segment.offset == 0 && !(segment.maximum_protection & PROTECTION_WRITE))
        return __builtin_memcmp(base, image->bytes, segment.file_size) == 0;
    }
    at += segment.command.size;
  }
  return 0;
}
