//===- library_trap.c - Traps as the host is told of them ------------------===//

#include "placement/library_trap.h"

#include "placement/library.h"
#include "platform/os.h"

_Static_assert(sizeof(struct w2n_trap) <= W2N_OS_GRANULE, "what is taken from the system for one");

// For want of memory for any other.
static struct w2n_trap out_of_memory = {
    .code = W2N_TRAP_OUT_OF_MEMORY,
    .message = {"the system has no memory to describe a trap"},
};

w2n_trap *w2n_trap_create(uint32_t code) {
  w2n_trap *trap = w2n_os_allocate(W2N_OS_GRANULE);
  if (!trap)
    return &out_of_memory;
  trap->code = code;
  return trap;
}

w2n_trap *w2n_trap_new(const char *message) {
  w2n_trap *trap = w2n_trap_create(W2N_TRAP_HOST);
  if (trap != &out_of_memory)
    w2n_message_append(&trap->message, message);
  return trap;
}

w2n_trap *w2n_trap_of_setup(const char *message) {
  w2n_trap *trap = w2n_trap_create(W2N_TRAP_LINK);
  if (trap != &out_of_memory)
    w2n_message_append(&trap->message, message);
  return trap;
}

w2n_trap *w2n_trap_of_file(const char *name, const char *message) {
  w2n_trap *trap = w2n_trap_of_setup(name);
  if (trap == &out_of_memory)
    return trap;
  w2n_message_append(&trap->message, ": ");
  w2n_message_append(&trap->message, message);
  return trap;
}

w2n_trap *w2n_trap_of_link(const w2n_module *module, const char *message) {
  return w2n_trap_of_file(module->name, message);
}

static void forget_exception(w2n_trap *trap) {
  if (!trap->exception)
    return;
  if (trap->previous)
    trap->previous->next = trap->next;
  else
    trap->store->traps = trap->next;
  if (trap->next)
    trap->next->previous = trap->previous;
  trap->exception = 0;
}

void w2n_trap_forget_exceptions(struct w2n_library_store *library) {
  while (library->traps)
    forget_exception(library->traps);
}

static void remember_exception(w2n_trap *trap, w2n_store *store, w2n_exception *exception) {
  trap->exception = exception;
  trap->store = w2n_library_store(store);
  trap->next = trap->store->traps;
  if (trap->next)
    trap->next->previous = trap;
  trap->store->traps = trap;
}

void w2n_trap_free(w2n_trap *trap) {
  if (!trap || trap == &out_of_memory)
    return;
  forget_exception(trap);
  for (uint32_t i = 0; i < trap->frame_count; ++i)
    w2n_module_leave(trap->frames[i].module);
  w2n_os_release(trap, W2N_OS_GRANULE);
}

// The module of the store that an address is in the code of, or null.
static const w2n_module *locate(w2n_store *store, uintptr_t address,
                                struct w2n_code_location *location) {
  const w2n_module *found = 0;
  *location = (struct w2n_code_location){0};
  const struct w2n_module_record *record = w2n_library_store(store)->modules;
  for (; record; record = record->next)
    if (w2n_find_function(record->module->function_table, address, location))
      found = record->module;
  return found;
}

int w2n_library_locate(w2n_store *store, uintptr_t address, struct w2n_code_location *location) {
  return locate(store, address, location) != 0;
}

// One further out, in place of the innermost of the outermost ones if there is no room.
static void add_frame(w2n_trap *trap, w2n_frame frame) {
  w2n_module_use(frame.module);
  if (trap->frame_count < W2N_BACKTRACE_SHOWN) {
    trap->frames[trap->frame_count++] = frame;
    return;
  }
  ++trap->frames_omitted;
  w2n_module_leave(trap->frames[W2N_BACKTRACE_INNERMOST].module);
  for (unsigned i = W2N_BACKTRACE_INNERMOST; i + 1 < W2N_BACKTRACE_SHOWN; ++i)
    trap->frames[i] = trap->frames[i + 1];
  trap->frames[W2N_BACKTRACE_SHOWN - 1] = frame;
}

void w2n_trap_add_frames(w2n_trap *trap, w2n_store *store, const struct w2n_backtrace *backtrace) {
  if (trap == &out_of_memory)
    return;
  struct w2n_shown_frames shown;
  w2n_backtrace_show(backtrace, &shown);
  for (uint32_t i = 0; i < shown.count; ++i) {
    if (i == W2N_BACKTRACE_INNERMOST)
      trap->frames_omitted += shown.omitted;
    struct w2n_code_location location;
    const w2n_module *module = locate(store, shown.addresses[i], &location);
    add_frame(trap, (w2n_frame){module, location.name, location.index, location.offset});
  }
}

w2n_trap *w2n_trap_describe(w2n_store *store, const struct w2n_trap_info *info) {
  w2n_trap *trap = w2n_trap_create(info->code);
  if (trap == &out_of_memory)
    return trap;
  w2n_message_append(&trap->message, w2n_trap_reason(info->code));
  if (info->detail) {
    w2n_message_append(&trap->message, ": ");
    w2n_message_append(&trap->message, info->detail);
  }
  trap->exit_status = info->exit_status;
  if (info->exception)
    remember_exception(trap, store, info->exception);
  w2n_trap_add_frames(trap, store, &info->backtrace);
  return trap;
}

uint32_t w2n_trap_code(const w2n_trap *trap) { return trap->code; }

const char *w2n_trap_message(const w2n_trap *trap) { return trap->message.text; }

uint32_t w2n_trap_exit_status(const w2n_trap *trap) { return trap->exit_status; }

w2n_exception *w2n_trap_exception(const w2n_trap *trap) { return trap->exception; }

size_t w2n_trap_frame_count(const w2n_trap *trap) { return trap->frame_count; }

const w2n_frame *w2n_trap_frame(const w2n_trap *trap, size_t index) {
  return index < trap->frame_count ? &trap->frames[index] : 0;
}

uint64_t w2n_trap_frames_omitted(const w2n_trap *trap) { return trap->frames_omitted; }

// Text on its way to a buffer that may be too small for it.
struct text {
  char *buffer;
  size_t size;
  size_t length;
};

static void put_character(struct text *text, char c) {
  if (text->length + 1 < text->size)
    text->buffer[text->length] = c;
  ++text->length;
}

static void put(struct text *text, const char *part) {
  for (; *part; ++part)
    put_character(text, (unsigned char)*part < 0x20 || *part == 0x7F ? '?' : *part);
}

static void put_number(struct text *text, uint64_t number) {
  struct w2n_message digits = {0};
  w2n_message_append_number(&digits, number);
  put(text, digits.text);
}

static void put_frame(struct text *text, const w2n_frame *frame) {
  put(text, "  at ");
  put_number(text, frame->function_index);
  if (*frame->function_name) {
    put(text, ": ");
    put(text, frame->function_name);
  }
  if (frame->module) {
    put(text, " in ");
    put(text, frame->module->name);
  }
  put(text, ", offset ");
  put_number(text, frame->function_offset);
  put_character(text, '\n');
}

size_t w2n_trap_print(const w2n_trap *trap, char *buffer, size_t size) {
  struct text text = {buffer, size, 0};
  put(&text, trap->message.text);
  put_character(&text, '\n');
  for (uint32_t i = 0; i < trap->frame_count; ++i) {
    if (i == W2N_BACKTRACE_INNERMOST && trap->frames_omitted) {
      put(&text, "  ... ");
      put_number(&text, trap->frames_omitted);
      put(&text, " more");
      put_character(&text, '\n');
    }
    put_frame(&text, &trap->frames[i]);
  }
  if (size)
    buffer[text.length < size ? text.length : size - 1] = '\0';
  return text.length;
}
