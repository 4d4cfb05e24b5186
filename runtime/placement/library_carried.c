//===- library_carried.c - The runtime that a dynamic library carries ------===//
//
// Linked into dynamic libraries alone, by what their compiled code refers to.
//
//===----------------------------------------------------------------------===//

#include "core/trap.h"
#include "placement/library.h"
#include "platform/os.h"
#include "section.h"

static uint64_t uses;

// Constant to C, so that it is in memory that becomes read-only. Aligned, so that it is in one
// page.
extern const w2n_runtime_link w2n_the_runtime_link;
_Alignas(64) const w2n_runtime_link w2n_the_runtime_link = {
    .calls = &w2n_runtime_calls,
    .carried_calls = &w2n_runtime_calls,
    .uses = &uses,
    .has_compiled_code = w2n_image_has_compiled_code,
    .has_libc_code = w2n_image_has_libc_code,
};
_Static_assert(sizeof(w2n_runtime_link) <= 64, "the link may be in two pages");

// Has the linker take them all.
typedef void function(void);
extern function *const w2n_exported_functions[];
function *const w2n_exported_functions[] = {
#define W2N_EXPORT(NAME) (function *)w2n_##NAME,
#include "abi/exports.def"
};

// The handler would be gone.
W2N_AT_UNLOAD static void (*at_unload)(void) = w2n_os_remove_fault_handler;
