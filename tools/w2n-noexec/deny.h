//===- deny.h - Denies this process executable memory ----------------------===//
//
// Two ways, which a process cannot leave and which its children inherit:
// memory-deny-write-execute (Linux 6.3), and a seccomp filter, which lets no mapping be
// executable that execve did not make and closes what the first leaves open (the
// same memory mapped twice). The filter alone is the stricter one.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_NOEXEC_DENY_H
#define W2N_NOEXEC_DENY_H

#include <stdbool.h>

// Each is false where the kernel does not have it, or with errno where it refuses.
bool w2n_deny_by_mdwe(void);
bool w2n_deny_by_seccomp(void);

#endif // W2N_NOEXEC_DENY_H
