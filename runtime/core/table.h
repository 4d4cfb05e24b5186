//===- table.h - Tables inside the runtime ---------------------------------===//

#ifndef W2N_CORE_TABLE_H
#define W2N_CORE_TABLE_H

#include "abi/abi.h"

#include <stdint.h>

// As w2n_table_create(), but gives 0 where the system has no room instead of trapping.
int w2n_table_try_create(w2n_table *table, uint64_t minimum, uint64_t declared_maximum,
                         uint64_t element_type, uint64_t flags, void *value);

// Gives back all a table has. Nothing may use it any more.
void w2n_table_destroy(w2n_table *table);

#endif // W2N_CORE_TABLE_H
