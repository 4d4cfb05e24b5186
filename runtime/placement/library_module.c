//===- library_module.c - The modules that a store has instances of --------===//

#include "core/trap.h"
#include "placement/library.h"

void w2n_module_use(const w2n_module *module) {
  if (module && module->link)
    __atomic_add_fetch(module->link->uses, 1, __ATOMIC_RELAXED);
}

void w2n_module_leave(const w2n_module *module) {
  if (module && module->link)
    __atomic_sub_fetch(module->link->uses, 1, __ATOMIC_RELEASE);
}

int w2n_store_use_module(w2n_store *store, const w2n_module *module) {
  struct w2n_library_store *library = w2n_library_store(store);
  for (const struct w2n_module_record *r = library->modules; r; r = r->next)
    if (r->module == module)
      return 1;
  struct w2n_module_record *record = w2n_store_allocate(store, sizeof(struct w2n_module_record));
  if (!record)
    return 0;
  *record = (struct w2n_module_record){library->modules, module};
  library->modules = record;
  w2n_module_use(module);
  return 1;
}

void w2n_store_leave_modules(w2n_store *store) {
  for (const struct w2n_module_record *r = w2n_library_store(store)->modules; r; r = r->next)
    w2n_module_leave(r->module);
}

// Of the seam of core/trap.h. The store of the innermost call is used by this thread alone.

int w2n_is_compiled_code(uintptr_t address) {
  if (w2n_image_has_compiled_code(address))
    return 1;
  w2n_store *store = w2n_current_store();
  const struct w2n_module_record *record = store ? w2n_library_store(store)->modules : 0;
  for (; record; record = record->next)
    if (record->module->link && record->module->link->has_compiled_code(address))
      return 1;
  return 0;
}

int w2n_is_libc_code(uintptr_t address) {
  if (w2n_image_has_libc_code(address))
    return 1;
  w2n_store *store = w2n_current_store();
  const struct w2n_module_record *record = store ? w2n_library_store(store)->modules : 0;
  for (; record; record = record->next)
    if (record->module->link && record->module->link->has_libc_code(address))
      return 1;
  return 0;
}
