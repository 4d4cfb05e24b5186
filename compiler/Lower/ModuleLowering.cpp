//===- ModuleLowering.cpp - What the functions of a module share -----------===//

#include "Lower/ModuleLowering.h"
#include "Lower/EnvRuntime.h"

#include "abi/constants.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

ModuleLowering::ModuleLowering(const ValidModule &Valid, const TargetSpec &Target,
                               const LowerOptions &Options, llvm::Module &M)
    : Valid(Valid), Wasm(*Valid), Target(Target), Options(Options), M(M), Context(M.getContext()),
      Abi(Context), Tags(Context), Facts(Valid), Throws(Valid, Facts, Options.Kind),
      Layout(Wasm, Facts, Abi),
      Instance(isProgram() ? createProgramInstance(*this) : createLibraryInstance(*this, Layout)) {
  declareCode();
}

llvm::Type *ModuleLowering::type(ValType Type) const {
  switch (Type.kind()) {
  case ValType::I32:
    return Type::getInt32Ty(Context);
  case ValType::I64:
    return Type::getInt64Ty(Context);
  case ValType::F32:
    return Type::getFloatTy(Context);
  case ValType::F64:
    return Type::getDoubleTy(Context);
  case ValType::Ref:
    return pointer();
  case ValType::V128:
  case ValType::Bottom:
    break;
  }
  llvm_unreachable("not a type of a valid module");
}

llvm::Type *ModuleLowering::resultType(ArrayRef<ValType> Results) const {
  if (Results.empty())
    return Type::getVoidTy(Context);
  if (Results.size() == 1)
    return type(Results[0]);
  SmallVector<llvm::Type *, 4> Types;
  for (const ValType Result : Results)
    Types.push_back(type(Result));
  return StructType::get(Context, Types);
}

FunctionType *ModuleLowering::codeType(const FuncType &Type) const {
  SmallVector<llvm::Type *, 8> Parameters;
  if (Instance->hasParameter())
    Parameters.push_back(pointer());
  for (const ValType Parameter : Type.Parameters)
    Parameters.push_back(type(Parameter));
  return FunctionType::get(resultType(Type.Results), Parameters, false);
}

Constant *ModuleLowering::functionType(const FuncType &Type) {
  return createFunctionType(*this, Type);
}

llvm::Function *ModuleLowering::createFunction(FunctionType *Type, const Twine &Name) {
  auto *F = llvm::Function::Create(Type, GlobalValue::InternalLinkage, Name, M);
  F->setCallingConv(CallingConv::Fast);
  F->setSection(Target.Format == ObjectFormat::ELF ? W2N_TEXT_SECTION_ELF : W2N_TEXT_SECTION_MACHO);
  F->addFnAttr(Attribute::NoUnwind);
  // Backtraces follow frame pointers.
  F->addFnAttr("frame-pointer", "non-leaf");
  // A deep recursion has to end in a trap at the guard below the stack, not beyond it
  // and not in an endless loop.
  F->addFnAttr("probe-stack", "inline-asm");
  F->addFnAttr("disable-tail-calls", "true");
  return F;
}

llvm::Function *ModuleLowering::createCFunction(FunctionType *Type, const Twine &Name,
                                                GlobalValue::LinkageTypes Linkage) {
  llvm::Function *F = createFunction(Type, Name);
  F->setLinkage(Linkage);
  F->setCallingConv(CallingConv::C);
  return F;
}

Constant *ModuleLowering::string(StringRef Text) {
  Constant *Data = ConstantDataArray::getString(Context, Text);
  auto *Global = new GlobalVariable(M, Data->getType(), true, GlobalValue::PrivateLinkage, Data);
  Global->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
  Global->setAlignment(Align(1));
  return Global;
}

Constant *ModuleLowering::array(llvm::Type *Element, ArrayRef<Constant *> Values,
                                const Twine &Name) {
  if (Values.empty())
    return Constant::getNullValue(pointer());
  auto *Type = ArrayType::get(Element, Values.size());
  return new GlobalVariable(M, Type, true, GlobalValue::PrivateLinkage,
                            ConstantArray::get(Type, Values), Name);
}

Constant *ModuleLowering::constantGlobal(uint32_t Index) {
  const Global &G = Wasm.Globals[Index];
  if (G.Import || G.Type.Mutable)
    return nullptr;
  return constantExpression(G.Init);
}

Constant *ModuleLowering::constant(const Instruction &I) const {
  switch (I.Op) {
  case Opcode::I32Const:
    return ConstantInt::get(Type::getInt32Ty(Context), static_cast<uint32_t>(I.Bits));
  case Opcode::I64Const:
    return ConstantInt::get(Type::getInt64Ty(Context), I.Bits);
  case Opcode::F32Const:
    return ConstantFP::get(Context, APFloat(APFloat::IEEEsingle(), APInt(32, I.Bits & UINT32_MAX)));
  case Opcode::F64Const:
    return ConstantFP::get(Context, APFloat(APFloat::IEEEdouble(), APInt(64, I.Bits)));
  default:
    return nullptr;
  }
}

Constant *ModuleLowering::constantExpression(const ByteRange &Expression) {
  const Instruction I = readConstantExpression(Valid, Expression);
  if (I.Op == Opcode::RefNull)
    return Constant::getNullValue(pointer());
  if (I.Op == Opcode::GlobalGet)
    return constantGlobal(I.Index);
  return constant(I);
}

Value *ModuleLowering::evaluate(IRBuilderBase &Builder, Value *InstanceValue,
                                const ByteRange &Expression) {
  if (Constant *Known = constantExpression(Expression))
    return Known;
  const Instruction I = readConstantExpression(Valid, Expression);
  if (I.Op == Opcode::RefFunc)
    return Instance->functionReference(Builder, InstanceValue, I.Index);
  assert(I.Op == Opcode::GlobalGet && "validation knows no other constant instruction");
  LoadInst *Load = Builder.CreateLoad(type(Wasm.Globals[I.Index].Type.Type),
                                      Instance->global(Builder, InstanceValue, I.Index));
  return AliasTags::tag(Load, Tags.Global);
}

/// A name that every assembler takes: all but letters, digits, . _ $ becomes _.
static std::string symbolName(StringRef Name) {
  std::string Result = Name.str();
  for (char &C : Result)
    if (!isAlnum(C) && C != '.' && C != '$')
      C = '_';
  return Result;
}

/// What backtraces call each function: its name, or an export's.
static std::vector<StringRef> displayNames(const Module &Wasm) {
  std::vector<StringRef> Names;
  Names.reserve(Wasm.Functions.size());
  for (const Function &F : Wasm.Functions)
    Names.push_back(F.Name);
  for (const Export &E : Wasm.Exports)
    if (E.Kind == ExternKind::Function && Names[E.Index].empty())
      Names[E.Index] = E.Name;
  return Names;
}

void ModuleLowering::declareCode() {
  const std::vector<StringRef> Names = displayNames(Wasm);
  for (const auto [Index, F] : enumerate(Wasm.Functions)) {
    if (F.Import) {
      Code.push_back(isProgram() ? createWasiCall(Index) : nullptr);
      continue;
    }
    // The prefix keeps LLVM from taking a function for one of the C library.
    llvm::Function *Result = createFunction(codeType(Wasm.typeOf(F)), "wasm." + Twine(Index) + "." +
                                                                          symbolName(Names[Index]));
    Result->addFnAttr("wasm-name", Names[Index]);
    Result->addFnAttr("wasm-index", utostr(Index));
    Code.push_back(Result);
  }
}

llvm::Function *ModuleLowering::createWasiCall(uint32_t Index) {
  const Function &F = Wasm.Functions[Index];
  const Import &From = Wasm.Imports[*F.Import];
  llvm::Function *Result = createFunction(codeType(Wasm.typeOf(F)), "wasi." + From.Name);
  IRBuilder<> Builder(BasicBlock::Create(Context, "", Result));
  const WasiFunction *Row = findWasiFunction(From.Name);
  assert(From.Module == WasiModule && Row && "checkLowerable lets nothing else pass");
  if (!Row->Implemented) {
    callBuiltin(Builder, Builtin::trap_unsupported, {string((WasiModule + "." + From.Name).str())});
    Builder.CreateUnreachable();
    return Result;
  }
  Result->addFnAttr(Attribute::AlwaysInline);
  SmallVector<Value *, 10> Arguments = {declareProgramWasi(M)};
  for (Argument &Parameter : Result->args())
    Arguments.push_back(&Parameter);
  Value *Status = Builder.CreateCall(declareWasiFunction(M, *Row), Arguments);
  if (Result->getReturnType()->isVoidTy())
    Builder.CreateRetVoid();
  else
    Builder.CreateRet(Status);
  return Result;
}

} // namespace w2n
