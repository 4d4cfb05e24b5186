//===- values.h - Numbers that hosts use too -------------------------------===//
//
// Included by the compiler, by the runtime and by hosts: C11 and C++ alike.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_ABI_VALUES_H
#define W2N_ABI_VALUES_H

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

#endif // W2N_ABI_VALUES_H
