//===- AbiTypes.cpp - The structs of the ABI as LLVM types -----------------===//

#include "Lower/AbiTypes.h"

using namespace llvm;

namespace w2n {

AbiTypes::AbiTypes(LLVMContext &Context) {
  Type *const Pointer = PointerType::getUnqual(Context);
  Type *const U64 = Type::getInt64Ty(Context);
  Type *const U32 = Type::getInt32Ty(Context);
  SmallVector<Type *, 32> Fields;
  unsigned Next = 0;
#define W2N_STRUCT(STRUCT) Fields.clear();
#define W2N_POINTER(STRUCT, FIELD, TYPE) Fields.push_back(Pointer);
#define W2N_FUNCTION(STRUCT, FIELD, RESULT, PARAMETERS) Fields.push_back(Pointer);
#define W2N_U64(STRUCT, FIELD) Fields.push_back(U64);
#define W2N_U32(STRUCT, FIELD) Fields.push_back(U32);
#define W2N_END(STRUCT) Types[Next++] = StructType::get(Context, Fields);
#include "abi/structs.def"
}

uint64_t AbiTypes::size(abi::Struct S) const {
  uint64_t Size = 0;
  uint64_t Alignment = 1;
  for (const Type *Element : get(S)->elements()) {
    const uint64_t Bytes = Element->isIntegerTy(32) ? 4 : 8;
    Size = alignTo(Size, Bytes) + Bytes;
    Alignment = std::max(Alignment, Bytes);
  }
  return alignTo(Size, Alignment);
}

} // namespace w2n
