//===- Division.h - The module for Swift -----------------------------------===//

#ifndef DEMO_DIVISION_H
#define DEMO_DIVISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Divides a by b in an instance of the module. False where that ends in a trap, whose
/// message is then written to message, of size bytes and ended by a zero.
bool divide(int32_t a, int32_t b, int32_t *quotient, char *message, size_t size);

#endif // DEMO_DIVISION_H
