//===- setup.h - What is open before the first call -------------------------===//

#ifndef W2N_WASI_SETUP_H
#define W2N_WASI_SETUP_H

#include "wasi/wasi.h"

// Describes a descriptor of the host that is open already, with all the rights that its mode
// gives; one that is closed gives a free number, a directory one that can do nothing.
void w2n_setup_stream(int host, w2n_descriptor *descriptor);

// Opens a directory in the lowest free number, as guest_path, which must live as long as wasi.
// Gives the number, or the negated W2N_WASI_* error.
int64_t w2n_setup_directory(w2n_wasi *wasi, const char *host_path, const char *guest_path,
                            int is_read_only);

#endif // W2N_WASI_SETUP_H
