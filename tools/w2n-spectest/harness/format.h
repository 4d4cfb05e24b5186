//===- format.h - A script as its native program carries it ----------------===//
//
// Written by w2n-spectest, read by the harness: C11 and C++ alike. A script is a run
// of bytes; integers are little-endian and not aligned; a string is a u32 length and
// that many bytes.
//
//   script  = name:string command* SPECTEST_END:u8
//   command = SPECTEST_<COMMAND>:u8 line:u32 and
//     INSTANTIATE                           module:u32 slot:u32
//     REGISTER                              slot:u32 name:string
//     ACTION, ASSERT_EXCEPTION              action
//     ASSERT_RETURN                         action count:u32 value*
//     ASSERT_TRAP, ASSERT_EXHAUSTION        action text:string
//     ASSERT_UNLINKABLE, _UNINSTANTIABLE    module:u32 text:string
//     PASSED                                (the compiler found what was asserted)
//     FAILED, SKIPPED                       text:string
//   action  = SPECTEST_<INVOKE|GET>:u8 slot:u32 export:string count:u32 value*
//   value   = SPECTEST_<VALUE>:u8 and
//     NUMBER        bits:u8 lane            (one lane of so many bits)
//     VECTOR        bits:u8 lane*           (lanes of together 128 bits)
//     NULL, REFERENCE
//     HOST_REFERENCE  number:u64
//     EITHER        count:u32 value*
//   lane    = SPECTEST_<PATTERN>:u8 bits:u64
//
// A module is an index into spectest_modules. A slot is where an instance is kept;
// names and "the current instance" are resolved to slots beforehand.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_SPECTEST_FORMAT_H
#define W2N_SPECTEST_FORMAT_H

enum {
  SPECTEST_END,
  SPECTEST_INSTANTIATE,
  SPECTEST_REGISTER,
  SPECTEST_ACTION,
  SPECTEST_ASSERT_RETURN,
  SPECTEST_ASSERT_TRAP,
  SPECTEST_ASSERT_EXHAUSTION,
  SPECTEST_ASSERT_EXCEPTION,
  SPECTEST_ASSERT_UNLINKABLE,
  SPECTEST_ASSERT_UNINSTANTIABLE,
  SPECTEST_PASSED,
  SPECTEST_FAILED,
  SPECTEST_SKIPPED,
};

// Kinds of action.
enum { SPECTEST_INVOKE, SPECTEST_GET };

// Kinds of value.
enum {
  SPECTEST_NUMBER,
  SPECTEST_VECTOR,
  SPECTEST_NULL,
  SPECTEST_REFERENCE,
  SPECTEST_HOST_REFERENCE,
  SPECTEST_EITHER,
};

// How a lane is compared.
enum { SPECTEST_EXACT, SPECTEST_CANONICAL_NAN, SPECTEST_ARITHMETIC_NAN };

// The slot of a command that means an instance which no command made.
#define SPECTEST_NO_SLOT 0xFFFFFFFFu

#endif // W2N_SPECTEST_FORMAT_H
