//===- FunctionTable.cpp - Names for backtraces ----------------------------===//
//
// Written once the optimiser is done, so that the table keeps no function alive.
// Everything in it is a distance from its own start: no relocations, read-only.
//
//===----------------------------------------------------------------------===//

#include "Lower/AbiTypes.h"
#include "Lower/Finish.h"
#include "Lower/ModuleLowering.h"

#include "abi/constants.h"

#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace w2n {

static constexpr StringLiteral TableName = "w2n.function_table";

Constant *functionTablePlaceholder(llvm::Module &M) {
  if (GlobalVariable *Existing = M.getNamedGlobal(TableName))
    return Existing;
  return new GlobalVariable(M, Type::getInt8Ty(M.getContext()), true, GlobalValue::ExternalLinkage,
                            nullptr, TableName);
}

Constant *distance(Constant *From, Constant *To) {
  LLVMContext &Context = From->getContext();
  Type *Wide = Type::getInt64Ty(Context);
  Constant *Difference = ConstantExpr::getSub(ConstantExpr::getPtrToInt(To, Wide),
                                              ConstantExpr::getPtrToInt(From, Wide));
  return ConstantExpr::getTrunc(Difference, Type::getInt32Ty(Context));
}

namespace {

struct NamedFunction {
  llvm::Function *F;
  uint32_t Index;
  uint32_t Offset;
  /// Offset of the name in the string of all names.
  uint64_t Name;
};

/// A name as the source has it, where a compiler of C++ or Rust encoded it. Such a name can
/// refer back to its own parts, each time with an underscore, and so stand for a text that
/// grows exponentially; one that could is left as it is.
std::string readableName(StringRef Name) {
  constexpr size_t LongestName = 1000;
  constexpr size_t MostReferences = 10;
  const bool IsMangled = Name.starts_with("_Z") || Name.starts_with("_R");
  const bool IsHarmless = Name.size() <= LongestName && Name.count('_') <= MostReferences;
  return IsMangled && IsHarmless ? demangle(Name) : Name.str();
}

/// Whether a function that calls an export does so in its own frame.
bool hasInlined(const llvm::Function &EntryPoint, const llvm::Function &Export) {
  return none_of(instructions(EntryPoint), [&](const llvm::Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    return Call && Call->getCalledFunction() == &Export;
  });
}

/// Gives entry points the names of what has been inlined into them.
void nameEntryPoints(llvm::Module &M) {
  for (llvm::Function &F : M) {
    const Attribute Name = F.getFnAttribute("wasm-export");
    if (!Name.isValid())
      continue;
    const llvm::Function *Export = M.getFunction(Name.getValueAsString());
    F.removeFnAttr("wasm-export");
    if (!Export || !hasInlined(F, *Export))
      continue;
    for (const StringRef Kind : {"wasm-name", "wasm-index", "wasm-offset"})
      F.addFnAttr(Export->getFnAttribute(Kind));
  }
}

} // namespace

/// A table that is in another part.
static Constant *declareTable(llvm::Module &M, StringRef Symbol) {
  if (Symbol.empty())
    return Constant::getNullValue(PointerType::getUnqual(M.getContext()));
  auto *Table = new GlobalVariable(M, Type::getInt8Ty(M.getContext()), true,
                                   GlobalValue::ExternalLinkage, nullptr, Symbol);
  Table->setVisibility(GlobalValue::HiddenVisibility);
  return Table;
}

void addFunctionTable(llvm::Module &M, StringRef Symbol, StringRef Next) {
  GlobalVariable *Placeholder = M.getNamedGlobal(TableName);
  if (!Placeholder && Symbol.empty())
    return;
  nameEntryPoints(M);
  LLVMContext &Context = M.getContext();
  const AbiTypes Abi(Context);
  std::string Names;
  SmallVector<NamedFunction> Functions;
  for (llvm::Function &F : M) {
    // Bodies of other parts' functions, which are only there to be inlined, are no definitions.
    if (F.isDeclarationForLinker())
      continue;
    uint32_t Index = W2N_FUNCTION_WITHOUT_INDEX;
    F.getFnAttribute("wasm-index").getValueAsString().getAsInteger(10, Index);
    uint32_t Offset = 0;
    F.getFnAttribute("wasm-offset").getValueAsString().getAsInteger(10, Offset);
    Functions.push_back({&F, Index, Offset, Names.size()});
    Names += readableName(F.getFnAttribute("wasm-name").getValueAsString());
    Names += '\0';
    // A name may have a zero in it, at which bitcode would end the attribute.
    F.removeFnAttr("wasm-name");
    F.removeFnAttr("wasm-index");
    F.removeFnAttr("wasm-offset");
  }
  auto *EntryType = Abi.get(abi::Struct::w2n_function_entry);
  auto *ArrayType = llvm::ArrayType::get(EntryType, Functions.size());
  auto *NamesType = llvm::ArrayType::get(Type::getInt8Ty(Context), Names.size());
  auto *HeaderType = Abi.get(abi::Struct::w2n_function_table);
  auto *TableType = StructType::get(Context, {HeaderType, ArrayType, NamesType});
  auto *Table = new GlobalVariable(M, TableType, true, GlobalValue::InternalLinkage, nullptr, "");
  const uint64_t NamesOffset = Abi.size(abi::Struct::w2n_function_table) +
                               Functions.size() * Abi.size(abi::Struct::w2n_function_entry);
  using abi::function_entry_field;
  SmallVector<Constant *> Entries;
  for (const NamedFunction &Row : Functions)
    Entries.push_back(AbiConstant<function_entry_field>(Abi)
                          .set(function_entry_field::code_delta, distance(Table, Row.F))
                          .set(function_entry_field::name_delta, NamesOffset + Row.Name)
                          .set(function_entry_field::index, Row.Index)
                          .set(function_entry_field::offset, Row.Offset)
                          .get());
  Constant *Header = AbiConstant<abi::function_table_field>(Abi)
                         .set(abi::function_table_field::count, Functions.size())
                         .set(abi::function_table_field::next, declareTable(M, Next))
                         .get();
  Table->setInitializer(ConstantStruct::get(
      TableType, {Header, ConstantArray::get(ArrayType, Entries),
                  ConstantDataArray::getString(Context, Names, /*AddNull=*/false)}));
  if (Placeholder) {
    Placeholder->replaceAllUsesWith(Table);
    Placeholder->eraseFromParent();
  }
  Table->setName(Symbol.empty() ? StringRef(TableName) : Symbol);
  if (!Symbol.empty()) {
    Table->setLinkage(GlobalValue::ExternalLinkage);
    Table->setVisibility(GlobalValue::HiddenVisibility);
  }
}

} // namespace w2n
