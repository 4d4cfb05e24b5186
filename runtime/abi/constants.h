//===- constants.h - Numbers that compiled code and the runtime share ------===//
//
// Included by the compiler and by the runtime: C11 and C++ alike.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_ABI_CONSTANTS_H
#define W2N_ABI_CONSTANTS_H

#include "abi/values.h"

// Raised with every change of what compiled code and the runtime share. Objects refer
// to the symbol w2n_rt_abi_v<N>, so that a runtime of another version does not link.
#define W2N_ABI_VERSION 7
#define W2N_ABI_SYMBOL "w2n_rt_abi_v7"
#define W2N_ABI_SYMBOL_DEFINITION w2n_rt_abi_v7

// The address space of a guarded memory with 32-bit addresses: any 32-bit address
// plus any 32-bit offset plus the widest access stays inside (two times 4 GiB and
// 64 KiB, which is a page on every system).
#define W2N_GUARDED_RESERVATION (0x200000000 + 0x10000)

// A memory with 32-bit addresses has at most this many bytes (65,535 pages of 64 KiB)
// unless its own minimum asks for more, so that address + small offset never wraps for an
// address that was accessible.
#define W2N_MEMORY32_MAXIMUM_SIZE 0xFFFF0000

// No system gives a process more address space than this, so no memory is larger.
#define W2N_MEMORY64_MAXIMUM_SIZE (UINT64_C(1) << 60)

// The most elements a table may have.
#define W2N_TABLE_MAXIMUM_ELEMENTS 0x10000000

// Exceptions are allocated in cells of so many bytes, of which there are so many; one does
// for a payload of 29 slots.
#define W2N_EXCEPTION_CELL_SIZE 512
#define W2N_EXCEPTION_CELLS 0x80000

// The room that a function makes for a call from the host (begin_call), aligned to 16.
#define W2N_ACTIVATION_SIZE 256

// Stands for the index of what is compiled code but no function of the module: the
// code between the module and the runtime. Backtraces leave it out.
#define W2N_FUNCTION_WITHOUT_INDEX UINT32_MAX

// The CPU level of a module that is compiled for several, before any has been chosen. It is then
// the number of one, the lowest being 0; functions take this for the lowest.
#define W2N_CPU_LEVEL_NOT_CHOSEN UINT32_MAX

// The section all compiled functions are in, so that an address can be told to be
// inside one.
#define W2N_TEXT_SECTION_ELF "w2n_text"
#define W2N_TEXT_SECTION_MACHO "__TEXT,__w2n_text,regular,pure_instructions"

// A program's capabilities: see capabilities.def.
#define W2N_CAPABILITIES_SYMBOL "w2n_capabilities"
#define W2N_CAPABILITIES_SECTION_ELF ".note.w2n"
#define W2N_CAPABILITIES_SECTION_MACHO "__TEXT,__w2n_note"
#define W2N_CAPABILITIES_OWNER "w2n"
#define W2N_CAPABILITIES_VERSION 1
enum {
#define W2N_CAPABILITY(NAME, KIND, STRINGS, TEXT) W2N_CAPABILITY_##NAME = KIND,
#include "abi/capabilities.def"
};

// What a dynamic library says of itself: see library_note.h. In the sections of the
// capabilities.
#define W2N_LIBRARY_NOTE_OWNER "w2n-library"

// The runtime that a dynamic library uses, a w2n_runtime_link.
#define W2N_RUNTIME_LINK_SYMBOL "w2n_the_runtime_link"

// The room for the path of a local socket, with its NUL, where there is least: on macOS.
#define W2N_UNIX_PATH_SIZE 104

// What functions of WASI give where a capability is denied: the errno notcapable.
#define W2N_CAPABILITY_DENIED_ERROR 76

// A program that traps exits with this status.
#define W2N_TRAP_EXIT_STATUS 134

#endif // W2N_ABI_CONSTANTS_H
