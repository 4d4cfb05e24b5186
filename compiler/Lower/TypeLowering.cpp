//===- TypeLowering.cpp - Function types at run time -----------------------===//
//
// A function type is a w2n_type. A program compares only its address; a library's
// also has the hash by which separately compiled modules agree, and the pieces of
// code through which a host calls functions of the type and is called by them.
//
//===----------------------------------------------------------------------===//

#include "Lower/ModuleLowering.h"

#include "abi/constants.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace w2n {

namespace {

char letterOf(HeapKind Heap) {
  switch (Heap) {
  case HeapKind::Extern:
    return 'e';
  case HeapKind::Exn:
  case HeapKind::NoExn:
    return 'x';
  case HeapKind::Func:
  case HeapKind::Defined:
    return 'r';
  }
  llvm_unreachable("unknown heap type");
}

char letterOf(ValType Type) {
  switch (Type.kind()) {
  case ValType::I32:
    return 'i';
  case ValType::I64:
    return 'I';
  case ValType::F32:
    return 'f';
  case ValType::F64:
    return 'F';
  case ValType::Ref:
    return letterOf(Type.heap());
  case ValType::V128:
    return 'v';
  case ValType::Bottom:
    break;
  }
  llvm_unreachable("not a type of a valid module");
}

Value *slot(IRBuilderBase &Builder, Value *Values, size_t Index) {
  return Builder.CreateConstInBoundsGEP1_64(Builder.getInt64Ty(), Values, Index);
}

/// void (const void *code, void *instance, uint64_t *values)
llvm::Function *createArrayCall(ModuleLowering &Lowering, const FuncType &Type) {
  auto *Pointer = Lowering.pointer();
  llvm::Function *F = Lowering.createCFunction(
      FunctionType::get(Type::getVoidTy(Lowering.Context), {Pointer, Pointer, Pointer}, false),
      "array_call." + signatureLetters(Type), GlobalValue::InternalLinkage);
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  emitArrayCall(Lowering, Builder, Type, F->getArg(0), F->getArg(1), F->getArg(2));
  Builder.CreateRetVoid();
  return F;
}

/// Code of the type whose instance is a w2n_host_function.
llvm::Function *createHostCode(ModuleLowering &Lowering, const FuncType &Type) {
  llvm::Function *F =
      Lowering.createFunction(codeType(Lowering, Type), "host_code." + signatureLetters(Type));
  IRBuilder<> Builder(BasicBlock::Create(Lowering.Context, "", F));
  const size_t Slots = std::max(slotCount(Type.Parameters), slotCount(Type.Results));
  Value *Values = Builder.CreateAlloca(Builder.getInt64Ty(), Builder.getInt64(Slots));
  storeSlots(Builder, Values, codeOperands(Lowering, Builder, *F, Type));
  Value *Host = F->getArg(0);
  using abi::host_function_field;
  auto *Pointer = Lowering.pointer();
  Value *Callback =
      Builder.CreateLoad(Pointer, Lowering.Abi.field(Builder, Host, host_function_field::callback));
  Value *Data =
      Builder.CreateLoad(Pointer, Lowering.Abi.field(Builder, Host, host_function_field::data));
  Builder.CreateCall(FunctionType::get(Builder.getVoidTy(), {Pointer, Pointer}, false), Callback,
                     {Data, Values});
  returnFromCode(Lowering, Builder, *F, Type, loadSlots(Lowering, Builder, Values, Type.Results));
  return F;
}

/// Whether a function of this type is imported.
bool isImported(const Module &Wasm, uint32_t TypeIndex) {
  return any_of(ArrayRef(Wasm.Functions).take_front(Wasm.ImportedFunctions), [&](const auto &F) {
    return Wasm.CanonicalTypes[F.TypeIndex] == Wasm.CanonicalTypes[TypeIndex];
  });
}

/// The first 128 bits of the SHA-256 of what distinguishes the type.
std::pair<uint64_t, uint64_t> hashOf(StringRef Canonical) {
  const auto Digest = SHA256::hash(arrayRefFromStringRef(Canonical));
  return {support::endian::read64le(Digest.data()), support::endian::read64le(Digest.data() + 8)};
}

} // namespace

size_t slotCount(ArrayRef<ValType> Types) {
  return Types.size() + count_if(Types, [](ValType Type) { return Type.kind() == ValType::V128; });
}

void storeSlots(IRBuilderBase &Builder, Value *Values, ArrayRef<Value *> Operands) {
  size_t Index = 0;
  for (Value *Operand : Operands) {
    Value *Whole = Operand;
    if (Operand->getType()->isIntegerTy(32))
      Whole = Builder.CreateZExt(Operand, Builder.getInt64Ty());
    else if (Operand->getType()->isFloatTy())
      Whole = Builder.CreateZExt(Builder.CreateBitCast(Operand, Builder.getInt32Ty()),
                                 Builder.getInt64Ty());
    Builder.CreateAlignedStore(Whole, slot(Builder, Values, Index), Align(8));
    Index += Operand->getType()->isVectorTy() ? 2 : 1;
  }
}

SmallVector<Value *, 8> loadSlots(ModuleLowering &Lowering, IRBuilderBase &Builder, Value *Values,
                                  ArrayRef<ValType> Types) {
  SmallVector<Value *, 8> Loaded;
  size_t Index = 0;
  for (const ValType Type : Types) {
    Loaded.push_back(
        Builder.CreateAlignedLoad(Lowering.type(Type), slot(Builder, Values, Index), Align(8)));
    Index += slotCount(Type);
  }
  return Loaded;
}

std::string signatureLetters(const FuncType &Type) {
  std::string Result;
  for (const ValType Parameter : Type.Parameters)
    Result += letterOf(Parameter);
  Result += ':';
  for (const ValType R : Type.Results)
    Result += letterOf(R);
  return Result;
}

uint64_t abiValueType(ValType Type) {
  switch (letterOf(Type)) {
  case 'i':
    return W2N_VALUE_I32;
  case 'I':
    return W2N_VALUE_I64;
  case 'f':
    return W2N_VALUE_F32;
  case 'F':
    return W2N_VALUE_F64;
  case 'v':
    return W2N_VALUE_V128;
  default:
    break;
  }
  const uint64_t NonNull = Type.isNullable() ? 0 : W2N_VALUE_NON_NULL;
  switch (Type.heap()) {
  case HeapKind::Func:
    return W2N_VALUE_FUNCREF | NonNull;
  case HeapKind::Extern:
    return W2N_VALUE_EXTERNREF | NonNull;
  case HeapKind::Exn:
    return W2N_VALUE_EXNREF | NonNull;
  case HeapKind::NoExn:
    return W2N_VALUE_NULLEXNREF | NonNull;
  case HeapKind::Defined:
    return W2N_VALUE_DEFINED | NonNull;
  }
  llvm_unreachable("unknown heap type");
}

void emitArrayCall(ModuleLowering &Lowering, IRBuilderBase &Builder, const FuncType &Type,
                   Value *Code, Value *Instance, Value *Values) {
  CallInst *Call = nullptr;
  const ResultValues Results =
      callCode(Lowering, Builder, Type, Code, Instance,
               loadSlots(Lowering, Builder, Values, Type.Parameters), &Call);
  // Backtraces should end in the module's own function.
  Call->setIsNoInline();
  storeSlots(Builder, Values, Results);
}

Constant *createFunctionType(ModuleLowering &Lowering, uint32_t TypeIndex) {
  const FuncType &Type = Lowering.Wasm.Types[TypeIndex];
  const std::string Letters = signatureLetters(Type);
  const auto [Low, High] = hashOf(Lowering.Wasm.CanonicalTypes[TypeIndex]);
  // The colon of the letters has no place in a symbol, and a long signature is cut by
  // its hash.
  const std::string Name = "w2n_type_" + utohexstr(High, true, 16) + utohexstr(Low, true, 16);
  if (GlobalVariable *Existing = Lowering.M.getNamedGlobal(Lowering.Plan.symbol(Name)))
    return Existing;
  using abi::type_field;
  AbiConstant<type_field> Row(Lowering.Abi);
  Row.set(type_field::hash_low, Low).set(type_field::hash_high, High);
  if (!Lowering.isProgram() && Lowering.isFirstPart()) {
    Row.set(type_field::signature, Lowering.string(Letters));
    Row.set(type_field::array_call, createArrayCall(Lowering, Type));
    Row.set(type_field::host_code, createHostCode(Lowering, Type));
    if (isImported(Lowering.Wasm, TypeIndex))
      Row.set(type_field::c_import_code, createCImportCode(Lowering, Type));
  }
  GlobalVariable *Global = Lowering.createShared(Row.get()->getType(), Row.get(), Name);
  Global->setConstant(true);
  return Global;
}

} // namespace w2n
