//===- ModuleLowering.h - What the functions of a module share -------------===//

#ifndef W2N_LOWER_MODULELOWERING_H
#define W2N_LOWER_MODULELOWERING_H

#include "Lower/AbiTypes.h"
#include "Lower/AliasTags.h"
#include "Lower/CodeCall.h"
#include "Lower/DebugInfo.h"
#include "Lower/EnvInstance.h"
#include "Lower/LibraryLayout.h"
#include "Lower/LoweringPlan.h"
#include "Optimize/AddressProof.h"
#include "Wasm/Wasi.h"

#include "llvm/IR/IRBuilder.h"

#include <memory>
#include <vector>

namespace w2n {

/// A row of abi/cpu_features.def for x86-64.
enum class CPUFeature : unsigned {
#define W2N_X86_64_FEATURE(NAME, BIT, LLVM_NAME, MESSAGE) NAME = BIT,
#include "abi/cpu_features.def"
};

/// What calls through a constant table use in M, as far as there are any yet.
struct ConstantTableCode {
  /// How far away the code of each element is, and the number of its type.
  llvm::GlobalVariable *Distances = nullptr;
  llvm::GlobalVariable *Types = nullptr;
  /// Tells which trap an index ends in.
  llvm::Function *Reason = nullptr;
};

class ModuleLowering {
public:
  ModuleLowering(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
                 const LowerOptions &Options, llvm::Module &M);

  const LoweringPlan &Plan;
  /// The part of the plan that is written into M.
  const size_t Part;
  const ValidModule &Valid;
  /// The same, for what is asked most.
  const Module &Wasm;
  const TargetSpec &Target;
  const LowerOptions &Options;
  llvm::Module &M;
  llvm::LLVMContext &Context;
  const AbiTypes Abi;
  const AliasTags Tags;
  const ModuleFacts &Facts;
  const ThrowFacts &Throws;
  const LibraryLayout Layout;
  std::unique_ptr<EnvInstance> Instance;
  /// Where debug information is asked for.
  std::optional<DebugInfo> Debug;
  /// By index of the table.
  std::vector<ConstantTableCode> TableCode;

  bool isProgram() const { return Options.Kind == Placement::Program; }
  bool has(CPUFeature Feature) const {
    return Target.Vectors == VectorISA::SSE &&
           Options.CPUFeatures >> static_cast<unsigned>(Feature) & 1;
  }
  bool isGuarded() const { return Options.Bounds == BoundsMode::Guard; }
  /// Whether a memory of this module is guarded. No reservation is large enough for 64-bit
  /// addresses, and no guard can begin where a memory of one-byte pages ends.
  bool isGuarded(const MemoryType &Memory) const;
  /// What an access proves of its address in every memory of this module.
  AddressProof addressProof() const;
  /// W2N_MEMORY_* of a memory, W2N_TABLE_* of a table.
  uint64_t flagsOf(const MemoryType &Memory) const;
  uint64_t flagsOf(const TableType &Table) const;

  /// The LLVM type of a value.
  llvm::Type *type(ValType Type) const;
  /// Where the runtime or a host keeps a value: its own alignment, but no more than that
  /// of the 64-bit numbers that a vector is kept in there.
  llvm::Align alignment(llvm::Type *Type) const;
  llvm::PointerType *pointer() const { return llvm::PointerType::getUnqual(Context); }

  /// The code of a function of this module. For an import of a program it calls the
  /// runtime; a library calls its imports through EnvInstance::importedFunction.
  llvm::Function *code(uint32_t Index);

  /// Whether M defines what all parts share.
  bool isFirstPart() const { return Part == 0; }
  /// A variable that all parts know by Name. Init is what it begins with, of the given type.
  llvm::GlobalVariable *createShared(llvm::Type *Type, llvm::Constant *Init,
                                     const llvm::Twine &Name);
  /// Defines in the first part what other parts may name.
  void defineShared();

  /// The w2n_type of a function type.
  llvm::Constant *functionType(uint32_t TypeIndex);

  /// What a table always is, if it is a constant one and code can make use of that; else null.
  const ConstantTable *constantTable(uint32_t Index) const;
  /// Whether a table is there when the program runs. In a program, code makes do without one that
  /// is constant and only called through.
  bool hasTable(uint32_t Index) const;

  /// A function in the internal calling convention with the attributes that all
  /// compiled code has, in the section for compiled code.
  llvm::Function *createFunction(llvm::FunctionType *Type, const llvm::Twine &Name);
  /// A function in the C calling convention, for the runtime or the host.
  llvm::Function *createCFunction(llvm::FunctionType *Type, const llvm::Twine &Name,
                                  llvm::GlobalValue::LinkageTypes Linkage);

  /// A NUL-terminated string.
  llvm::Constant *string(llvm::StringRef Text);
  /// A read-only array, or null where it is empty.
  llvm::Constant *array(llvm::Type *Element, llvm::ArrayRef<llvm::Constant *> Values,
                        const llvm::Twine &Name);

  /// The value of a const instruction; null for any other.
  llvm::Constant *constant(const Instruction &I) const;
  /// The value of a constant expression where it is known now, else null.
  llvm::Constant *constantExpression(const ByteRange &Expression) const;
  /// The value of a constant expression when the instance is initialised.
  llvm::Value *evaluate(llvm::IRBuilderBase &Builder, llvm::Value *InstanceValue,
                        const ByteRange &Expression);
  /// What a global of this module begins with where it is known now, else null.
  llvm::Constant *initialValue(uint32_t Index) const { return InitialValues[Index]; }
  /// The value of a global that can never be another, else null.
  llvm::Constant *constantGlobal(uint32_t Index) const;
  llvm::Constant *zero(ValType Type) const { return llvm::Constant::getNullValue(type(Type)); }

  /// Writes the function that initialises an instance.
  llvm::Function *createInitialize();

private:
  std::vector<llvm::Function *> Code;
  std::vector<llvm::Constant *> InitialValues;

  llvm::Constant *knownOperand(const Instruction &I) const;
  void foldGlobals();
  llvm::Function *createCode(uint32_t Index);
  /// Whether the body of a function becomes a part of M.
  bool hasBody(uint32_t Index) const;
  llvm::Function *createWasiCall(uint32_t Index);
};

/// Writes the body of a function of the module.
void lowerFunction(ModuleLowering &Lowering, uint32_t Index);

/// Writes the w2n_type of a function type in the module's placement.
llvm::Constant *createFunctionType(ModuleLowering &Lowering, uint32_t TypeIndex);

/// Writes code that takes operands and gives results in an array of 64-bit slots (see
/// w2n_type::array_call) and calls Code, which is of the given type.
void emitArrayCall(ModuleLowering &Lowering, llvm::IRBuilderBase &Builder, const FuncType &Type,
                   llvm::Value *Code, llvm::Value *Instance, llvm::Value *Values);

/// How many slots of 64 bits values take in such an array.
size_t slotCount(llvm::ArrayRef<ValType> Types);
/// Writes values to slots, and reads values of several types from slots.
void storeSlots(llvm::IRBuilderBase &Builder, llvm::Value *Values,
                llvm::ArrayRef<llvm::Value *> Operands);
llvm::SmallVector<llvm::Value *, 8> loadSlots(ModuleLowering &Lowering,
                                              llvm::IRBuilderBase &Builder, llvm::Value *Values,
                                              llvm::ArrayRef<ValType> Types);

/// The w2n_tag that defines a tag of the module.
llvm::Constant *tagRecord(ModuleLowering &Lowering, uint32_t Index);

/// Writes the C functions of a library: those that make and free instances, and those of its
/// exports.
void createEntryPoints(ModuleLowering &Lowering, llvm::Constant *Descriptor);

/// Writes code of the type whose instance is a w2n_c_import.
llvm::Function *createCImportCode(ModuleLowering &Lowering, const FuncType &Type);

/// Writes the descriptor w2n_program or w2n_module_<name>.
void createProgramDescriptor(ModuleLowering &Lowering, llvm::Function *Initialize);
llvm::Constant *createLibraryDescriptor(ModuleLowering &Lowering, llvm::Function *Initialize);

/// Writes a note into the section of notes. The name of the owner has a length of 4n + 3.
void createNote(ModuleLowering &Lowering, llvm::StringRef Owner, uint32_t Type,
                llvm::Constant *Content, llvm::StringRef Symbol,
                llvm::GlobalValue::LinkageTypes Linkage = llvm::GlobalValue::ExternalLinkage);
/// Writes the note w2n_capabilities.
void createCapabilities(ModuleLowering &Lowering);
/// Writes the note of a dynamic library.
void createLibraryNote(ModuleLowering &Lowering);
/// Writes the note that tells what module this is, which nothing refers to.
void createOriginNote(ModuleLowering &Lowering);
/// Whether calls of a function give an error since the program is denied what it needs.
bool isDenied(const WasiFunction &Function, const ProgramCapabilities &Capabilities);

/// Writes what all parts look up to call through a constant table.
void defineConstantTable(ModuleLowering &Lowering, uint32_t Index, const ConstantTable &Table);

/// 32 bits of the distance from one place to another.
llvm::Constant *distance(llvm::Constant *From, llvm::Constant *To);

/// The declaration that addFunctionTable replaces by the table.
llvm::Constant *functionTablePlaceholder(llvm::Module &M);

/// W2N_VALUE_* of a type.
uint64_t abiValueType(ValType Type);

/// Parameters and results in the letters of the opcode table, r, e and x for references.
std::string signatureLetters(const FuncType &Type);

} // namespace w2n

#endif // W2N_LOWER_MODULELOWERING_H
