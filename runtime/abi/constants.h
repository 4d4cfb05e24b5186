//===- constants.h - Numbers that compiled code and the runtime share ------===//
//
// Included by the compiler and by the runtime: C11 and C++ alike.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_ABI_CONSTANTS_H
#define W2N_ABI_CONSTANTS_H

// Raised with every change of what compiled code and the runtime share. Objects refer
// to the symbol w2n_rt_abi_v<N>, so that a runtime of another version does not link.
#define W2N_ABI_VERSION 6
#define W2N_ABI_SYMBOL "w2n_rt_abi_v6"
#define W2N_ABI_SYMBOL_DEFINITION w2n_rt_abi_v6

// Kinds of external values, numbered as in the binary format (core spec, 5.5.5).
enum {
  W2N_EXTERN_FUNCTION = 0,
  W2N_EXTERN_TABLE = 1,
  W2N_EXTERN_MEMORY = 2,
  W2N_EXTERN_GLOBAL = 3,
  W2N_EXTERN_TAG = 4,
};

// Value types, numbered as in the binary format (core spec, 5.3).
enum {
  W2N_VALUE_I32 = 0x7F,
  W2N_VALUE_I64 = 0x7E,
  W2N_VALUE_F32 = 0x7D,
  W2N_VALUE_F64 = 0x7C,
  W2N_VALUE_V128 = 0x7B,
  W2N_VALUE_FUNCREF = 0x70,
  W2N_VALUE_EXTERNREF = 0x6F,
  W2N_VALUE_EXNREF = 0x69,
  W2N_VALUE_NULLEXNREF = 0x74,
  // A reference to the function type that stands beside the number.
  W2N_VALUE_DEFINED = 0x64,
  // Added to a reference type that has no null.
  W2N_VALUE_NON_NULL = 0x100,
};

// Flags of a memory.
enum {
  // Faults in its guard are traps; otherwise compiled code compares addresses. Only of
  // memories without any of the flags below.
  W2N_MEMORY_GUARDED = 1,
  // Its addresses have 64 bits.
  W2N_MEMORY_64BIT = 2,
  // Its pages have one byte.
  W2N_MEMORY_BYTE_PAGES = 4,
};

// Flags of a table.
enum {
  // Its indices have 64 bits.
  W2N_TABLE_64BIT = 2,
};

// Flags of a program and of a module.
enum {
  // Bounds are guarded: the runtime installs its fault handler.
  W2N_PROGRAM_GUARDED = 1,
};
#define W2N_MODULE_GUARDED W2N_PROGRAM_GUARDED

// The address space of a guarded memory with 32-bit addresses: any 32-bit address
// plus any 32-bit offset plus the widest access stays inside (two times 4 GiB and
// 64 KiB, which is a page on every system).
#define W2N_GUARDED_RESERVATION (0x200000000 + 0x10000)

// A memory with 32-bit addresses has at most this many bytes (65,535 pages of 64 KiB)
// unless its own minimum asks for more, so that address + small offset never wraps for an
// address that was accessible.
#define W2N_MEMORY32_MAXIMUM_SIZE 0xFFFF0000

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
