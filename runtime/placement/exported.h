//===- exported.h - What a dynamic library exports of its runtime ----------===//
//
// Included first by all of libw2n_dynamic.a that defines functions of w2n.h. Elsewhere they are
// hidden: hosts, among them libraries, each have their own.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_PLACEMENT_EXPORTED_H
#define W2N_PLACEMENT_EXPORTED_H

#pragma GCC visibility push(default)
#include "include/w2n.h"
#pragma GCC visibility pop

#endif // W2N_PLACEMENT_EXPORTED_H
