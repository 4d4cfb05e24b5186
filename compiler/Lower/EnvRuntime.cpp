//===- EnvRuntime.cpp - The runtime's functions, by name -------------------===//

#include "Lower/EnvRuntime.h"

#include "Wasm/Types.h"

#include "abi/constants.h"

#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;

namespace w2n {

namespace {

struct BuiltinRow {
  StringRef Name;
  StringRef Result;
  StringRef Parameters;
  Attribute::AttrKind Attribute;
};

constexpr Attribute::AttrKind W2N_RETURNS_NORETURN = Attribute::NoReturn;
constexpr Attribute::AttrKind W2N_RETURNS_RETURNS_TWICE = Attribute::ReturnsTwice;
constexpr Attribute::AttrKind W2N_RETURNS_NONE = Attribute::None;

constexpr BuiltinRow Builtins[] = {
#define W2N_BUILTIN(NAME, RESULT, PARAMETERS, FLAGS)                                               \
  {"w2n_" #NAME, #RESULT, #PARAMETERS, W2N_RETURNS_##FLAGS},
#include "abi/builtins.def"
};

Type *typeOfC(LLVMContext &Context, StringRef C) {
  if (C.contains('*'))
    return PointerType::getUnqual(Context);
  if (C == "uint64_t")
    return Type::getInt64Ty(Context);
  if (C == "uint32_t")
    return Type::getInt32Ty(Context);
  assert(C == "void" && "builtins.def uses a type that is unknown here");
  return Type::getVoidTy(Context);
}

/// The type of a letter in wasi.def, which uses integers only.
Type *integerOfLetter(LLVMContext &Context, char Letter) {
  return Type::getIntNTy(Context, typeOfLetter(Letter) == ValType::I64 ? 64 : 32);
}

Constant *declareHiddenData(Module &M, StringRef Name) {
  auto *Global = M.getNamedGlobal(Name);
  if (!Global) {
    Global = new GlobalVariable(M, Type::getInt8Ty(M.getContext()), false,
                                GlobalValue::ExternalLinkage, nullptr, Name);
    Global->setVisibility(GlobalValue::HiddenVisibility);
    Global->setDSOLocal(true);
  }
  return Global;
}

} // namespace

StringRef builtinSymbol(Builtin Which) { return Builtins[static_cast<unsigned>(Which)].Name; }

FunctionCallee declareBuiltin(Module &M, Builtin Which) {
  const BuiltinRow &Row = Builtins[static_cast<unsigned>(Which)];
  if (Function *Existing = M.getFunction(Row.Name))
    return Existing;
  LLVMContext &Context = M.getContext();
  SmallVector<StringRef, 8> Words;
  Row.Parameters.drop_front().drop_back().split(Words, ',');
  SmallVector<Type *, 8> Parameters;
  if (Row.Parameters == "(void)")
    Words.clear();
  for (const StringRef Word : Words)
    Parameters.push_back(typeOfC(Context, Word.trim()));
  auto *Type = FunctionType::get(typeOfC(Context, Row.Result), Parameters, false);
  auto *F = Function::Create(Type, GlobalValue::ExternalLinkage, Row.Name, M);
  F->setVisibility(GlobalValue::HiddenVisibility);
  F->setDSOLocal(true);
  F->addFnAttr(Attribute::NoUnwind);
  if (Row.Attribute != Attribute::None)
    F->addFnAttr(Row.Attribute);
  if (Row.Attribute == Attribute::NoReturn)
    F->addFnAttr(Attribute::Cold);
  return F;
}

CallInst *callBuiltin(IRBuilderBase &Builder, Builtin Which, ArrayRef<Value *> Arguments) {
  Module &M = *Builder.GetInsertBlock()->getModule();
  return Builder.CreateCall(declareBuiltin(M, Which), Arguments);
}

Constant *declareRuntimeLink(Module &M) { return declareHiddenData(M, W2N_RUNTIME_LINK_SYMBOL); }

FunctionCallee declareWasiFunction(Module &M, const WasiFunction &Function) {
  LLVMContext &Context = M.getContext();
  const auto [Operands, Results] = Function.Signature.split(':');
  SmallVector<Type *, 10> Parameters = {PointerType::getUnqual(Context)};
  for (const char Letter : Operands)
    Parameters.push_back(integerOfLetter(Context, Letter));
  Type *Result = Results.empty() ? Type::getVoidTy(Context) : integerOfLetter(Context, Results[0]);
  FunctionCallee Callee =
      M.getOrInsertFunction(Function.Symbol, FunctionType::get(Result, Parameters, false));
  auto *F = cast<llvm::Function>(Callee.getCallee());
  F->setVisibility(GlobalValue::HiddenVisibility);
  F->setDSOLocal(true);
  F->addFnAttr(Attribute::NoUnwind);
  return Callee;
}

Constant *declareProgramWasi(Module &M) { return declareHiddenData(M, "w2n_program_wasi"); }

Constant *declareProgramStore(Module &M) { return declareHiddenData(M, "w2n_program_store"); }

void requireAbiVersion(Module &M) {
  if (M.getNamedGlobal(W2N_ABI_SYMBOL))
    return;
  // A pointer that nothing reads but the linker has to resolve.
  auto *Reference = new GlobalVariable(M, PointerType::getUnqual(M.getContext()), true,
                                       GlobalValue::PrivateLinkage,
                                       declareHiddenData(M, W2N_ABI_SYMBOL), "w2n.abi");
  appendToUsed(M, {Reference});
}

} // namespace w2n
