//===- walk.h - Resolving a path component by component ---------------------===//

#ifndef W2N_WASI_WALK_H
#define W2N_WASI_WALK_H

#include <stdint.h>

// Does what w2n_host_open_beneath() does, for systems whose kernel cannot do it at once.
// Opens one component after the other, none through a symbolic link; reads links and
// puts what they hold before the rest of the path. For .. it walks again from the start,
// so that no directory that was moved meanwhile is ever left upwards.
int64_t w2n_walk_beneath(int root, const char *path);

#endif // W2N_WASI_WALK_H
