//===- VectorCases.h - Cases for one operation in several shapes -----------===//
//
// Case labels for switches over Opcode. OPERATION is what the enumerators of all the
// shapes end in.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_VECTORCASES_H
#define W2N_LOWER_VECTORCASES_H

#define W2N_I8X16(OPERATION) case Opcode::I8x16##OPERATION:
#define W2N_I16X8(OPERATION) case Opcode::I16x8##OPERATION:
#define W2N_I32X4(OPERATION) case Opcode::I32x4##OPERATION:
#define W2N_I64X2(OPERATION) case Opcode::I64x2##OPERATION:

#define W2N_8_16(OPERATION) W2N_I8X16(OPERATION) W2N_I16X8(OPERATION)
#define W2N_8_16_32(OPERATION) W2N_8_16(OPERATION) W2N_I32X4(OPERATION)
#define W2N_16_32_64(OPERATION) W2N_I16X8(OPERATION) W2N_I32X4(OPERATION) W2N_I64X2(OPERATION)
#define W2N_ALL_INTEGERS(OPERATION) W2N_I8X16(OPERATION) W2N_16_32_64(OPERATION)

#define W2N_BOTH_FLOAT_VECTORS(OPERATION)                                                          \
  case Opcode::F32x4##OPERATION:                                                                   \
  case Opcode::F64x2##OPERATION:

// An operation whose result has lanes twice as wide as its operands'.
#define W2N_WIDER_16_32(OPERATION, SIGN)                                                           \
  case Opcode::I16x8##OPERATION##I8x16##SIGN:                                                      \
  case Opcode::I32x4##OPERATION##I16x8##SIGN:
#define W2N_WIDER(OPERATION, SIGN)                                                                 \
  W2N_WIDER_16_32(OPERATION, SIGN)                                                                 \
  case Opcode::I64x2##OPERATION##I32x4##SIGN:

#endif // W2N_LOWER_VECTORCASES_H
