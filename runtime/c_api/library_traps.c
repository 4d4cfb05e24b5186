//===- library_traps.c - Traps and frames of wasm.h -------------------------===//

#include "c_api/objects.h"

struct wasm_frame_t {
  wasm_instance_t *instance;
  uint32_t index;
  size_t offset;
};

wasm_trap_t *w2n_c_trap_of(wasm_store_t *store, w2n_trap *trap) {
  wasm_trap_t *result = w2n_c_new(store, W2N_C_TRAP, sizeof(*result));
  if (result)
    result->trap = trap;
  else
    w2n_trap_free(trap);
  return result;
}

wasm_trap_t *wasm_trap_new(wasm_store_t *store, const wasm_message_t *message) {
  // It ends with a NUL, unless the host forgot.
  char *text = w2n_c_allocate(message->size + 1);
  if (!text)
    return 0;
  w2n_c_copy(text, message->data, message->size);
  wasm_trap_t *trap = w2n_c_trap_of(store, w2n_trap_new(text));
  free(text);
  return trap;
}

void wasm_trap_message(const wasm_trap_t *trap, wasm_message_t *out) {
  wasm_name_new_from_string_nt(out, w2n_trap_message(trap->trap));
}

// The instance of a module that is alone in the store; null where there are several.
static wasm_instance_t *only_instance(const wasm_store_t *store, const w2n_module *module) {
  wasm_instance_t *found = 0;
  for (wasm_instance_t *instance = store->instances; instance; instance = instance->next) {
    if (instance->code->module != module)
      continue;
    if (found)
      return 0;
    found = instance;
  }
  return found;
}

static wasm_frame_t *frame_at(const wasm_trap_t *trap, size_t index) {
  const w2n_frame *source = w2n_trap_frame(trap->trap, index);
  wasm_frame_t *frame = source ? w2n_c_allocate(sizeof(*frame)) : 0;
  if (frame)
    *frame = (wasm_frame_t){only_instance(trap->ref.store, source->module), source->function_index,
                            source->function_offset};
  return frame;
}

wasm_frame_t *wasm_trap_origin(const wasm_trap_t *trap) { return frame_at(trap, 0); }

void wasm_trap_trace(const wasm_trap_t *trap, wasm_frame_vec_t *out) {
  wasm_frame_vec_new_uninitialized(out, w2n_trap_frame_count(trap->trap));
  for (size_t i = 0; i < out->size; ++i)
    out->data[i] = frame_at(trap, i);
}

void wasm_frame_delete(wasm_frame_t *frame) { free(frame); }

wasm_frame_t *wasm_frame_copy(const wasm_frame_t *frame) {
  wasm_frame_t *copy = w2n_c_allocate(sizeof(*copy));
  if (copy)
    *copy = *frame;
  return copy;
}

wasm_instance_t *wasm_frame_instance(const wasm_frame_t *frame) { return frame->instance; }

uint32_t wasm_frame_func_index(const wasm_frame_t *frame) { return frame->index; }

size_t wasm_frame_func_offset(const wasm_frame_t *frame) {
  (void)frame;
  return 0;
}

size_t wasm_frame_module_offset(const wasm_frame_t *frame) { return frame->offset; }
