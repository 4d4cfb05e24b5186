//===- library_link.c - Matching imports -----------------------------------===//
//
// Core spec, 3.3 (matching) and 4.5.4 (instantiation).
//
//===----------------------------------------------------------------------===//

#include "core/memory.h"
#include "placement/library.h"

static const char *kind_name(uint32_t kind) {
  switch (kind) {
  case W2N_EXTERN_FUNCTION:
    return "a function";
  case W2N_EXTERN_TABLE:
    return "a table";
  case W2N_EXTERN_MEMORY:
    return "a memory";
  case W2N_EXTERN_GLOBAL:
    return "a global";
  case W2N_EXTERN_TAG:
    return "a tag";
  default:
    return "an unknown kind of import";
  }
}

static const char *value_type_name(uint32_t type) {
  if (type & W2N_VALUE_NON_NULL)
    return "a reference that is not null";
  switch (type) {
  case W2N_VALUE_I32:
    return "i32";
  case W2N_VALUE_I64:
    return "i64";
  case W2N_VALUE_F32:
    return "f32";
  case W2N_VALUE_F64:
    return "f64";
  case W2N_VALUE_V128:
    return "v128";
  case W2N_VALUE_FUNCREF:
    return "funcref";
  case W2N_VALUE_EXTERNREF:
    return "externref";
  case W2N_VALUE_EXNREF:
    return "exnref";
  case W2N_VALUE_NULLEXNREF:
    return "nullexnref";
  case W2N_VALUE_DEFINED:
    return "a reference to a function of one type";
  default:
    return "an unknown type";
  }
}

// Adds "expected WANTED, found FOUND", and gives 0.
static int mismatch(struct w2n_message *message, const char *wanted, const char *found) {
  w2n_message_append(message, "expected ");
  w2n_message_append(message, wanted);
  w2n_message_append(message, ", found ");
  w2n_message_append(message, found);
  return 0;
}

static int same_text(const char *a, const char *b) {
  while (*a && *a == *b) {
    ++a;
    ++b;
  }
  return *a == *b;
}

static const char *table_name(uint64_t flags) {
  return flags & W2N_TABLE_64BIT ? "a 64-bit table" : "a 32-bit table";
}

static const char *memory_name(uint64_t flags) {
  switch (flags & (W2N_MEMORY_64BIT | W2N_MEMORY_BYTE_PAGES)) {
  case 0:
    return "a 32-bit memory";
  case W2N_MEMORY_64BIT:
    return "a 64-bit memory";
  case W2N_MEMORY_BYTE_PAGES:
    return "a 32-bit memory with pages of one byte";
  default:
    return "a 64-bit memory with pages of one byte";
  }
}

// A size now and the largest it was declared to have, against what the import declares.
static int match_limits(const w2n_import *import, uint64_t size, uint64_t maximum, const char *unit,
                        struct w2n_message *message) {
  if (size < import->minimum) {
    w2n_message_append(message, "it has ");
    w2n_message_append_number(message, size);
    w2n_message_append(message, unit);
    w2n_message_append(message, ", fewer than the minimum of ");
    w2n_message_append_number(message, import->minimum);
    return 0;
  }
  if (maximum <= import->maximum)
    return 1;
  if (maximum == UINT64_MAX) {
    w2n_message_append(message, "it has no maximum, but must not have more than ");
  } else {
    w2n_message_append(message, "its maximum is ");
    w2n_message_append_number(message, maximum);
    w2n_message_append(message, unit);
    w2n_message_append(message, ", more than ");
  }
  w2n_message_append_number(message, import->maximum);
  return 0;
}

static int link_function(w2n_instance *instance, const w2n_import *import, const w2n_extern *found,
                         void **slot, struct w2n_message *message) {
  if (found->c_function.function) {
    *slot = w2n_c_import_new(instance, import->type, found->c_function);
    if (*slot)
      return 1;
    w2n_message_append(message, "the system has no memory for it");
    return 0;
  }
  if (found->host) {
    if (!same_text(import->type->signature, found->host->signature))
      return mismatch(message, import->type->signature, found->host->signature);
    *slot = w2n_host_function_new(instance->store, import->type, found->host);
    if (*slot)
      return 1;
    w2n_message_append(message, "the system has no memory for it");
    return 0;
  }
  const w2n_function *function = found->object.function;
  if (!w2n_type_equal(import->type, function->type))
    return mismatch(message, import->type->signature, function->type->signature);
  *slot = found->object.function;
  return 1;
}

// A value type, and the function type it refers to where it does.
struct value_type {
  uint32_t number;
  const w2n_type *defined;
};

static int same_value_type(struct value_type a, struct value_type b) {
  if (a.number != b.number)
    return 0;
  return (a.number & ~W2N_VALUE_NON_NULL) != W2N_VALUE_DEFINED ||
         w2n_type_equal(a.defined, b.defined);
}

// Whether sub may stand where super is expected (core spec, 3.3.3).
static int value_type_matches(struct value_type sub, struct value_type super) {
  if (super.number < W2N_VALUE_NON_NULL)
    sub.number &= ~(uint32_t)W2N_VALUE_NON_NULL;
  if (super.number == (sub.number & W2N_VALUE_NON_NULL) + W2N_VALUE_FUNCREF &&
      (sub.number & ~(uint32_t)W2N_VALUE_NON_NULL) == W2N_VALUE_DEFINED)
    return 1;
  return same_value_type(sub, super);
}

static int link_table(const w2n_import *import, const w2n_extern *found, void **slot,
                      struct w2n_message *message) {
  const w2n_table *table = found->object.table;
  if (!same_value_type((struct value_type){(uint32_t)table->element_type, table->defined_type},
                       (struct value_type){import->value_type, import->type}))
    return mismatch(message, value_type_name(import->value_type),
                    value_type_name((uint32_t)table->element_type));
  if (table->flags != import->flags)
    return mismatch(message, table_name(import->flags), table_name(table->flags));
  *slot = found->object.table;
  return match_limits(import, table->size, table->declared_maximum, " elements", message);
}

static int link_memory(const w2n_import *import, const w2n_extern *found, void **slot,
                       struct w2n_message *message) {
  const w2n_memory *memory = found->object.memory;
  if ((memory->flags ^ import->flags) & ~(uint64_t)W2N_MEMORY_GUARDED)
    return mismatch(message, memory_name(import->flags), memory_name(memory->flags));
  // Code that compares no addresses would reach past a memory without a guard.
  if (import->flags & ~memory->flags & W2N_MEMORY_GUARDED)
    return mismatch(message, "a guarded memory", "one with explicit bounds");
  *slot = found->object.memory;
  return match_limits(import, memory->size / w2n_page_size(memory->flags), memory->declared_maximum,
                      " pages", message);
}

static int link_global(const w2n_import *import, const w2n_extern *found, void **slot,
                       struct w2n_message *message) {
  const struct value_type wanted = {import->value_type, import->type};
  const struct value_type actual = {found->value_type, found->defined_type};
  if (!(import->is_mutable ? same_value_type(actual, wanted) : value_type_matches(actual, wanted)))
    return mismatch(message, value_type_name(import->value_type),
                    value_type_name(found->value_type));
  if (found->is_mutable != import->is_mutable)
    return mismatch(message, import->is_mutable ? "a mutable global" : "an immutable global",
                    found->is_mutable ? "a mutable one" : "an immutable one");
  *slot = found->object.global;
  return 1;
}

static int link_tag(const w2n_import *import, const w2n_extern *found, void **slot,
                    struct w2n_message *message) {
  const w2n_tag *tag = found->object.tag;
  if (!w2n_type_equal(import->type, tag->type))
    return mismatch(message, import->type->signature, tag->type->signature);
  *slot = found->object.tag;
  return 1;
}

int w2n_link_import(w2n_instance *instance, const w2n_import *import, const w2n_extern *found,
                    struct w2n_message *message) {
  void **slot = (void **)((char *)instance + import->offset);
  if (found->kind != import->kind)
    return mismatch(message, kind_name(import->kind), kind_name(found->kind));
  // All kinds of objects are pointers in the same place.
  if (!found->object.function && !found->host && !found->c_function.function) {
    w2n_message_append(message, "nothing is given for it");
    return 0;
  }
  switch (import->kind) {
  case W2N_EXTERN_FUNCTION:
    return link_function(instance, import, found, slot, message);
  case W2N_EXTERN_TABLE:
    return link_table(import, found, slot, message);
  case W2N_EXTERN_MEMORY:
    return link_memory(import, found, slot, message);
  case W2N_EXTERN_GLOBAL:
    return link_global(import, found, slot, message);
  case W2N_EXTERN_TAG:
    return link_tag(import, found, slot, message);
  default:
    w2n_message_append(message, kind_name(import->kind));
    return 0;
  }
}
