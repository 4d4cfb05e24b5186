//===- ModuleLowering.cpp - What the functions of a module share -----------===//

#include "Lower/ModuleLowering.h"
#include "Lower/EnvRuntime.h"

#include "abi/constants.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

ModuleLowering::ModuleLowering(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
                               const LowerOptions &Options, llvm::Module &M)
    : Plan(Plan), Part(Part), Valid(Plan.module()), Wasm(*Valid), Target(Target), Options(Options),
      M(M), Context(M.getContext()), Abi(Context), Tags(Context), Facts(Plan.facts()),
      Throws(Plan.throws()), Layout(Wasm, Facts, Abi),
      Instance(isProgram() ? createProgramInstance(*this) : createLibraryInstance(*this, Layout)),
      TableCode(Wasm.Tables.size()), Code(Wasm.Functions.size()) {
  if (!Options.DebugFileName.empty())
    Debug.emplace(M, Options.DebugFileName);
  foldGlobals();
  // In the order of the module, whatever calls them first.
  if (isFirstPart())
    for (uint32_t Index = 0; Index < Wasm.ImportedFunctions; ++Index)
      code(Index);
  for (uint32_t Index = Plan.functions(Part).First; Index < Plan.functions(Part).End; ++Index)
    code(Index);
}

bool ModuleLowering::isGuarded(const MemoryType &Memory) const {
  return isGuarded() && Memory.Address.kind() == ValType::I32 &&
         Memory.PageSizeLog2 == DefaultPageSizeLog2;
}

/// Whether a memory with 32-bit addresses never has more than W2N_MEMORY32_MAXIMUM_SIZE bytes. Of
/// one that is imported only its declared maximum is known.
static bool isLimited(const Memory &Memory) {
  const MemoryType &Type = Memory.Type;
  constexpr uint64_t Most = W2N_MEMORY32_MAXIMUM_SIZE >> DefaultPageSizeLog2;
  return Type.Address.kind() == ValType::I32 && Type.PageSizeLog2 == DefaultPageSizeLog2 &&
         (Memory.Import ? Type.Size.Maximum.value_or(UINT64_MAX) : Type.Size.Minimum) <= Most;
}

AddressProof ModuleLowering::addressProof() const {
  return isGuarded() && all_of(Wasm.Memories, isLimited) ? AddressProof::Guarded
                                                         : AddressProof::None;
}

uint64_t ModuleLowering::flagsOf(const MemoryType &Memory) const {
  uint64_t Flags = 0;
  if (isGuarded(Memory))
    Flags |= W2N_MEMORY_GUARDED;
  if (Memory.Address.kind() == ValType::I64)
    Flags |= W2N_MEMORY_64BIT;
  if (Memory.PageSizeLog2 == BytePageSizeLog2)
    Flags |= W2N_MEMORY_BYTE_PAGES;
  return Flags;
}

uint64_t ModuleLowering::flagsOf(const TableType &Table) const {
  return Table.Address.kind() == ValType::I64 ? W2N_TABLE_64BIT : 0;
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
    // Not with the lanes of a shape of floats: LLVM would pull casts between lanes of one
    // width through a selection of floats and no longer see a minimum in it.
    return FixedVectorType::get(Type::getInt8Ty(Context), 16);
  case ValType::Bottom:
    break;
  }
  llvm_unreachable("not a type of a valid module");
}

Align ModuleLowering::alignment(llvm::Type *Type) const {
  return std::min(M.getDataLayout().getABITypeAlign(Type), Align(8));
}

Constant *ModuleLowering::functionType(uint32_t TypeIndex) {
  return createFunctionType(*this, TypeIndex);
}

const ConstantTable *ModuleLowering::constantTable(uint32_t Index) const {
  // LLVM's writer of Mach-O for x86-64 cannot say how far away a function of another part is.
  const bool HasDistances =
      Plan.size() == 1 || Target.Format == ObjectFormat::ELF || Target.Vectors != VectorISA::SSE;
  return HasDistances ? Plan.constantTables().find(Index) : nullptr;
}

bool ModuleLowering::hasTable(uint32_t Index) const {
  const ConstantTable *Constant = constantTable(Index);
  return !isProgram() || !Constant || Constant->IsRead;
}

llvm::Function *ModuleLowering::createFunction(FunctionType *Type, const Twine &Name) {
  auto *F = llvm::Function::Create(Type, GlobalValue::InternalLinkage, Name, M);
  F->setCallingConv(codeConvention(*this));
  F->setSection(Target.Format == ObjectFormat::ELF ? W2N_TEXT_SECTION_ELF : W2N_TEXT_SECTION_MACHO);
  F->addFnAttr(Attribute::NoUnwind);
  // Crash reporters and profilers of Apple's systems look for tables; elsewhere they would be
  // larger, and what looks for them takes those of -g.
  if (Target.Format == ObjectFormat::MachO)
    F->setUWTableKind(UWTableKind::Sync);
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

/// A name that every assembler takes: all but letters, digits, . _ $ becomes _.
static std::string symbolName(StringRef Name) {
  std::string Result = Name.str();
  for (char &C : Result)
    if (!isAlnum(C) && C != '.' && C != '$')
      C = '_';
  return Result;
}

llvm::Function *ModuleLowering::code(uint32_t Index) {
  if (Wasm.Functions[Index].Import && !isProgram())
    return nullptr;
  llvm::Function *&F = Code[Index];
  if (!F)
    F = Wasm.Functions[Index].Import ? createWasiCall(Index) : createCode(Index);
  return F;
}

bool ModuleLowering::hasBody(uint32_t Index) const {
  return Plan.functions(Part).contains(Index) || is_contained(Plan.inlinable(Part), Index);
}

llvm::Function *ModuleLowering::createCode(uint32_t Index) {
  const StringRef Name = Facts.FunctionNames[Index];
  // The prefix keeps LLVM from taking a function for one of the C library.
  const std::string Symbol = ("wasm." + Twine(Index) + "." + symbolName(Name)).str();
  const bool IsShared = Plan.isShared(Index);
  llvm::Function *F = createFunction(codeType(*this, Wasm.typeOf(Wasm.Functions[Index])),
                                     IsShared ? Plan.symbol(Symbol) : Symbol);
  if (IsShared) {
    F->setLinkage(GlobalValue::ExternalLinkage);
    F->setVisibility(GlobalValue::HiddenVisibility);
  }
  // What is always there can be loaded ahead of a loop; instances are aligned to 16.
  if (Instance->hasParameter()) {
    F->addDereferenceableParamAttr(0, Layout.Size);
    F->addParamAttr(0, Attribute::getWithAlignment(Context, Align(16)));
  }
  F->addFnAttr("wasm-name", Name);
  F->addFnAttr("wasm-index", utostr(Index));
  F->addFnAttr("wasm-offset", utostr(Wasm.Functions[Index].Body.Offset));
  if (Options.ProfileNames)
    F->addFnAttr("wasm-profile-name", Facts.ProfileNames[Index]);
  if (Debug && hasBody(Index))
    Debug->describe(*F, Name, Wasm.Functions[Index].Body.Offset);
  return F;
}

GlobalVariable *ModuleLowering::createShared(llvm::Type *Type, Constant *Init, const Twine &Name) {
  if (Plan.size() == 1)
    return new GlobalVariable(M, Type, false, GlobalValue::InternalLinkage, Init, Name);
  auto *Variable = new GlobalVariable(M, Type, false, GlobalValue::ExternalLinkage,
                                      isFirstPart() ? Init : nullptr, Plan.symbol(Name));
  Variable->setVisibility(GlobalValue::HiddenVisibility);
  return Variable;
}

void ModuleLowering::defineShared() {
  for (uint32_t Type = 0; Type < Wasm.Types.size(); ++Type)
    functionType(Type);
  for (uint32_t Table = 0; Table < Wasm.Tables.size(); ++Table)
    if (const ConstantTable *Constant = constantTable(Table))
      defineConstantTable(*this, Table, *Constant);
  if (!isProgram())
    return;
  IRBuilder<> Builder(Context);
  for (uint32_t Global = 0; Global < Wasm.Globals.size(); ++Global)
    Instance->global(Builder, nullptr, Global);
  for (uint32_t Tag = 0; Tag < Wasm.Tags.size(); ++Tag)
    Instance->tag(Builder, nullptr, Tag);
  for (const uint32_t Function : Plan.referencedByParts())
    Instance->functionReference(Builder, nullptr, Function);
  if (!Wasm.Tags.empty())
    Instance->pending(Builder, nullptr);
}

llvm::Function *ModuleLowering::createWasiCall(uint32_t Index) {
  const Function &F = Wasm.Functions[Index];
  const Import &From = Wasm.Imports[*F.Import];
  llvm::Function *Result = createFunction(codeType(*this, Wasm.typeOf(F)), "wasi." + From.Name);
  IRBuilder<> Builder(BasicBlock::Create(Context, "", Result));
  const WasiFunction *Row = findWasiFunction(From.Module, From.Name);
  assert(Row && "checkLowerable lets nothing else pass");
  Result->addFnAttr(Attribute::AlwaysInline);
  if (isDenied(*Row, Options.Capabilities)) {
    Builder.CreateRet(Builder.getInt32(W2N_CAPABILITY_DENIED_ERROR));
    return Result;
  }
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
