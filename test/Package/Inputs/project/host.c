#include "numbers.h"

#include <stdio.h>

int main(void) {
  w2n_store *store = w2n_store_new();
  w2n_instance *instance;
  w2n_extern twice;
  uint64_t values[1] = {21};
  if (w2n_instantiate(store, &w2n_module_numbers, NULL, NULL, NULL, &instance) != NULL ||
      !w2n_find_export(instance, "twice", 5, &twice) ||
      w2n_call(store, twice.object.function, values) != NULL)
    return 1;
  printf("twice 21 is %d\n", (int)values[0]);
  w2n_store_delete(store);
  return 0;
}
