//===- sum-twice.c - Calls the export sum of two modules -------------------===//

#include "host.h"

extern const w2n_module w2n_module_one, w2n_module_two;

int main(void) {
  w2n_store *store = w2n_store_new();
  call(store, instance_of(store, &w2n_module_one, NULL, NULL), "sum", 0, 0);
  call(store, instance_of(store, &w2n_module_two, NULL, NULL), "sum", 0, 0);
  w2n_store_delete(store);
}
