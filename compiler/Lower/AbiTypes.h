//===- AbiTypes.h - The structs of the ABI as LLVM types -------------------===//
//
// Made from the rows of runtime/abi/structs.def: a field is named here as it is
// named in C, and its place is never written down twice.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_ABITYPES_H
#define W2N_LOWER_ABITYPES_H

#include "llvm/IR/Constants.h"
#include "llvm/IR/DerivedTypes.h"
#include "llvm/IR/IRBuilder.h"

#include <array>

namespace w2n {

namespace abi {

enum class Struct : unsigned {
#define W2N_STRUCT(STRUCT) w2n_##STRUCT,
#define W2N_POINTER(STRUCT, FIELD, TYPE)
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS)
#define W2N_U64(STRUCT, FIELD)
#define W2N_U32(STRUCT, FIELD)
#define W2N_END(STRUCT)
#include "abi/structs.def"
  Count
};

// One enumeration of fields per struct: memory_field, table_field, ...
#define W2N_STRUCT(STRUCT) enum class STRUCT##_field : unsigned {
#define W2N_POINTER(STRUCT, FIELD, TYPE) FIELD,
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS) FIELD,
#define W2N_U64(STRUCT, FIELD) FIELD,
#define W2N_U32(STRUCT, FIELD) FIELD,
#define W2N_END(STRUCT)                                                                            \
  }                                                                                                \
  ;
#include "abi/structs.def"

// The struct that a field belongs to.
#define W2N_STRUCT(STRUCT)                                                                         \
  constexpr Struct structOf(STRUCT##_field) { return Struct::w2n_##STRUCT; }
#define W2N_POINTER(STRUCT, FIELD, TYPE)
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS)
#define W2N_U64(STRUCT, FIELD)
#define W2N_U32(STRUCT, FIELD)
#define W2N_END(STRUCT)
#include "abi/structs.def"

} // namespace abi

class AbiTypes {
public:
  explicit AbiTypes(llvm::LLVMContext &Context);

  llvm::StructType *get(abi::Struct S) const { return Types[static_cast<unsigned>(S)]; }

  /// Size in bytes; the same for every target.
  uint64_t size(abi::Struct S) const;

  /// The address of a field of the struct at Base.
  template <typename FieldT>
  llvm::Value *field(llvm::IRBuilderBase &Builder, llvm::Value *Base, FieldT Field) const {
    return Builder.CreateStructGEP(get(abi::structOf(Field)), Base, static_cast<unsigned>(Field));
  }
  template <typename FieldT> llvm::Type *fieldType(FieldT Field) const {
    return get(abi::structOf(Field))->getElementType(static_cast<unsigned>(Field));
  }

private:
  std::array<llvm::StructType *, static_cast<size_t>(abi::Struct::Count)> Types;
};

/// A constant struct of the ABI; fields that are not set are zero.
template <typename FieldT> class AbiConstant {
public:
  explicit AbiConstant(const AbiTypes &Abi) : Type(Abi.get(abi::structOf(FieldT{}))) {
    for (llvm::Type *Element : Type->elements())
      Values.push_back(llvm::Constant::getNullValue(Element));
  }

  AbiConstant &set(FieldT Field, llvm::Constant *Value) {
    Values[static_cast<unsigned>(Field)] = Value;
    return *this;
  }
  AbiConstant &set(FieldT Field, uint64_t Value) {
    const auto Index = static_cast<unsigned>(Field);
    return set(Field, llvm::ConstantInt::get(Type->getElementType(Index), Value));
  }

  llvm::Constant *get() const { return llvm::ConstantStruct::get(Type, Values); }

private:
  llvm::StructType *Type;
  llvm::SmallVector<llvm::Constant *, 16> Values;
};

} // namespace w2n

#endif // W2N_LOWER_ABITYPES_H
