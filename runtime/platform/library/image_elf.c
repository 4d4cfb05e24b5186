//===- image_elf.c - What the file of an ELF library says ------------------===//

#include "platform/library/image.h"

enum { CLASS_64 = 2, LITTLE_ENDIAN_DATA = 1, ET_DYN = 3 };
enum { PT_LOAD = 1, PT_NOTE = 4, PF_W = 2 };
#if defined(__x86_64__)
enum { THIS_MACHINE = 62 };
#elif defined(__aarch64__)
enum { THIS_MACHINE = 183 };
#endif

struct header {
  uint8_t identification[16];
  uint16_t type, machine;
  uint32_t version;
  uint64_t entry, segments, sections;
  uint32_t flags;
  uint16_t size, segment_size, segment_count, section_size, section_count, names;
};

struct segment {
  uint32_t type, flags;
  uint64_t offset, address, physical_address, file_size, memory_size, alignment;
};

static struct segment segment_at(const struct w2n_image *image, uint64_t index) {
  struct header header;
  struct segment result;
  __builtin_memcpy(&header, image->bytes, sizeof header);
  __builtin_memcpy(&result, image->bytes + header.segments + index * sizeof result, sizeof result);
  return result;
}

const char *w2n_image_read(const void *file, uint64_t size, struct w2n_image *image) {
  static const uint8_t magic[] = {0x7F, 'E', 'L', 'F', CLASS_64, LITTLE_ENDIAN_DATA, 1};
  *image = (struct w2n_image){.bytes = file, .size = size};
  struct header header;
  if (size < sizeof magic || __builtin_memcmp(file, magic, sizeof magic) != 0)
    return W2N_IMAGE_FOREIGN;
  if (size < sizeof header)
    return W2N_IMAGE_CUT_OFF;
  __builtin_memcpy(&header, file, sizeof header);
  if (header.type != ET_DYN || header.segment_size != sizeof(struct segment))
    return W2N_IMAGE_FOREIGN;
  if (!w2n_image_has(image, header.segments, header.segment_count * sizeof(struct segment)) ||
      !w2n_image_has(image, header.sections, (uint64_t)header.section_count * header.section_size))
    return W2N_IMAGE_CUT_OFF;
  for (uint64_t i = 0; i < header.segment_count; ++i) {
    const struct segment segment = segment_at(image, i);
    if (!w2n_image_has(image, segment.offset, segment.file_size))
      return W2N_IMAGE_CUT_OFF;
    if (segment.type == PT_NOTE && segment.offset % 4 == 0 && !image->note)
      image->note = w2n_find_library_note(image->bytes + segment.offset, segment.file_size);
  }
  if (!image->note)
    return W2N_IMAGE_FOREIGN;
  return header.machine == THIS_MACHINE ? 0 : W2N_IMAGE_OTHER_CPU;
}

int w2n_image_is_mapped(const struct w2n_image *image, const void *base) {
  struct header header;
  __builtin_memcpy(&header, image->bytes, sizeof header);
  for (uint64_t i = 0; i < header.segment_count; ++i) {
    const struct segment segment = segment_at(image, i);
    if (segment.type == PT_LOAD && !(segment.flags & PF_W) &&
        __builtin_memcmp((const char *)base + segment.address, image->bytes + segment.offset,
                         segment.file_size) != 0)
      return 0;
  }
  return 1;
}
