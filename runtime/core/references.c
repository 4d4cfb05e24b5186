//===- references.c - Element segments of a library's instance -------------===//

#include "abi/abi.h"

void w2n_references_create(w2n_instance *instance, void **references, const uint32_t *numbers,
                           uint64_t count) {
  const w2n_module *module = instance->module;
  char *base = (char *)instance;
  w2n_function *const *imported = (void *)(base + module->imported_function_offset);
  w2n_function *own = (void *)(base + module->function_offset);
  for (uint64_t i = 0; i < count; ++i) {
    const uint32_t number = numbers[i];
    if (number == UINT32_MAX)
      references[i] = 0;
    else if (number < module->imported_function_count)
      references[i] = imported[number];
    else
      references[i] = own + (number - module->imported_function_count);
  }
}
