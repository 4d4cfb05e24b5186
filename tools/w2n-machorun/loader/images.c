//===- images.c - Maps images by their plan --------------------------------===//

#include "images.h"
#include "loader.h"
#include "machine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { IMAGE_LIMIT = 256 };

static struct machorun_loaded images[IMAGE_LIMIT];
static uint32_t image_count;

static uint64_t round_up(uint64_t size, uint64_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

static const struct machorun_tables *read_tables(int fd) {
  struct machorun_plan head;
  struct machorun_tables *result = malloc(sizeof(*result));
  if (!result || pread(fd, &head, sizeof(head), 0) != sizeof(head))
    machorun_fail("cannot read the plan", strerror(errno));
  const char *start = machorun_map(0, head.tables_size, PROT_READ, MAP_PRIVATE, fd, 0);
  *result = (struct machorun_tables){
      .plan = (const void *)start,
      .images = (const void *)(start + head.offsets[MACHORUN_IMAGES]),
      .segments = (const void *)(start + head.offsets[MACHORUN_SEGMENTS]),
      .fixups = (const void *)(start + head.offsets[MACHORUN_FIXUPS]),
      .initializers = (const void *)(start + head.offsets[MACHORUN_INITIALIZERS]),
      .exports = (const void *)(start + head.offsets[MACHORUN_EXPORTS]),
      .dependencies = (const void *)(start + head.offsets[MACHORUN_DEPENDENCIES]),
      .strings = start + head.offsets[MACHORUN_STRINGS],
  };
  return result;
}

// The kernel and dyld choose where an image is: its slide.
static void map_segments(int fd, struct machorun_loaded *loaded) {
  const struct machorun_image *image = loaded->image;
  const uint64_t size = round_up(image->size, MACHORUN_ALIGNMENT) + MACHORUN_ALIGNMENT;
  char *reserved =
      machorun_map(0, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  loaded->base = (char *)round_up((uintptr_t)reserved, MACHORUN_ALIGNMENT);
  for (uint32_t i = 0; i < image->segments.count; ++i) {
    const struct machorun_segment *segment = &loaded->tables->segments[image->segments.first + i];
    char *address = loaded->base + segment->address;
    const uint64_t filled = round_up(segment->content_size, DARWIN_PAGE_SIZE);
    if (filled > 0)
      machorun_map(address, filled, (int)segment->protection, MAP_PRIVATE | MAP_FIXED, fd,
                   segment->content);
    if (segment->size > filled)
      machorun_protect(address + filled, segment->size - filled, (int)segment->protection);
  }
}

static uint64_t target_of(const struct machorun_loaded *loaded,
                          const struct machorun_fixup *fixup) {
  switch (fixup->kind) {
  case MACHORUN_REBASE:
    return (uintptr_t)loaded->base;
  case MACHORUN_BIND_IMAGE:
    return (uintptr_t)images[fixup->target].base;
  case MACHORUN_BIND_LIBSYSTEM: {
    const char *symbol = loaded->tables->strings + fixup->target;
    void *found = machorun_find_symbol(symbol);
    if (!found)
      machorun_fail("libSystem has no such symbol here", symbol);
    return (uintptr_t)found;
  }
  default:
    return 0;
  }
}

static void apply_fixups(const struct machorun_loaded *loaded) {
  for (uint32_t i = 0; i < loaded->image->fixups.count; ++i) {
    const struct machorun_fixup *fixup = &loaded->tables->fixups[loaded->image->fixups.first + i];
    const uint64_t target = target_of(loaded, fixup) + fixup->value;
    memcpy(loaded->base + fixup->address, &target, sizeof(target));
  }
}

// Descriptors lead to machorun_thread_variable(), which adds the offset to where this
// thread's values are.
static void set_up_thread_variables(struct machorun_loaded *loaded) {
  struct descriptor {
    void *function;
    uint64_t key;
    uint64_t offset;
  };
  const struct machorun_image *image = loaded->image;
  if (image->thread_variables_size == 0)
    return;
  loaded->thread_offset =
      machorun_add_thread_values(loaded->base + image->thread_values,
                                 image->thread_values_initialized, image->thread_values_size);
  struct descriptor *descriptors = (void *)(loaded->base + image->thread_variables);
  for (uint64_t i = 0; i < image->thread_variables_size / sizeof(*descriptors); ++i)
    descriptors[i].offset += loaded->thread_offset;
}

static void protect_segments(const struct machorun_loaded *loaded) {
  const struct machorun_image *image = loaded->image;
  for (uint32_t i = 0; i < image->segments.count; ++i) {
    const struct machorun_segment *segment = &loaded->tables->segments[image->segments.first + i];
    if (segment->final_protection != segment->protection)
      machorun_protect(loaded->base + segment->address, round_up(segment->size, DARWIN_PAGE_SIZE),
                       (int)segment->final_protection);
  }
}

const struct machorun_tables *machorun_load(int fd) {
  const struct machorun_tables *tables = read_tables(fd);
  const uint32_t count = tables->plan->image_count;
  if (count > IMAGE_LIMIT - image_count)
    machorun_fail_number("more images than are modelled", IMAGE_LIMIT);
  struct machorun_loaded *loaded = images + image_count;
  for (uint32_t i = 0; i < count; ++i) {
    loaded[i] = (struct machorun_loaded){.image = &tables->images[i], .tables = tables};
    map_segments(fd, &loaded[i]);
  }
  close(fd);
  image_count += count;
  for (uint32_t i = 0; i < count; ++i) {
    apply_fixups(&loaded[i]);
    set_up_thread_variables(&loaded[i]);
  }
  for (uint32_t i = 0; i < count; ++i)
    protect_segments(&loaded[i]);
  return tables;
}

void machorun_initialize(const struct machorun_tables *tables,
                         const struct machorun_arguments *arguments) {
  typedef void initializer(int, char **, char **, char **);
  char *apple[] = {arguments->values[0], 0};
  const struct machorun_rows order = tables->plan->order;
  for (uint32_t i = 0; i < order.count; ++i) {
    const struct machorun_loaded *loaded = &images[tables->dependencies[order.first + i]];
    const struct machorun_rows rows = loaded->image->initializers;
    for (uint32_t j = 0; j < rows.count; ++j)
      ((initializer *)(void *)(loaded->base + tables->initializers[rows.first + j]))(
          arguments->count, arguments->values, arguments->environment, apple);
  }
}

struct machorun_loaded *machorun_image_at(uint32_t index) {
  return index < image_count ? &images[index] : 0;
}

struct machorun_loaded *machorun_image_of(const void *address) {
  for (uint32_t i = 0; i < image_count; ++i)
    if ((uintptr_t)address - (uintptr_t)images[i].base < images[i].image->size)
      return &images[i];
  return 0;
}

static void *find_own_export(const struct machorun_loaded *loaded, const char *symbol) {
  const struct machorun_rows rows = loaded->image->exports;
  for (uint32_t i = 0; i < rows.count; ++i) {
    const struct machorun_export *row = &loaded->tables->exports[rows.first + i];
    if (strcmp(loaded->tables->strings + row->name, symbol) != 0)
      continue;
    char *address = loaded->base + row->address;
    if (!row->is_thread_local)
      return address;
    // A descriptor, whose last word is the offset.
    uint64_t offset;
    memcpy(&offset, address + 2 * sizeof(offset), sizeof(offset));
    return machorun_thread_values() + offset;
  }
  return 0;
}

// Libraries may need each other, so the depth ends somewhere.
void *machorun_find_export(const struct machorun_loaded *loaded, const char *symbol, int deep) {
  void *result = find_own_export(loaded, symbol);
  const struct machorun_rows rows = loaded->image->dependencies;
  for (uint32_t i = 0; !result && deep > 0 && i < rows.count; ++i)
    result = machorun_find_export(&images[loaded->tables->dependencies[rows.first + i]], symbol,
                                  deep - 1);
  return result;
}
