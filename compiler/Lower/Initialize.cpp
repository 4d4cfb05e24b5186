//===- Initialize.cpp - Making an instance ---------------------------------===//
//
// Core spec, 4.5.4: memories, tables and globals, then the active segments in order,
// then the start function.
//
//===----------------------------------------------------------------------===//

#include "Lower/EnvRuntime.h"
#include "Lower/ModuleLowering.h"
#include "Lower/Unwinding.h"

#include "abi/constants.h"

using namespace llvm;

namespace w2n {

namespace {

class Initializer {
public:
  Initializer(ModuleLowering &Lowering, llvm::Function *F)
      : Lowering(Lowering), Wasm(Lowering.Wasm),
        Builder(BasicBlock::Create(Lowering.Context, "entry", F)),
        Instance(Lowering.Instance->hasParameter() ? F->getArg(0) : nullptr) {}

  void write() {
    chooseCPULevel();
    createMemories();
    createTags();
    createGlobals();
    createTables();
    createElements();
    createData();
    runActiveElements();
    runActiveData();
    if (Wasm.Start)
      callStart(*Wasm.Start);
    Builder.CreateRetVoid();
  }

private:
  ModuleLowering &Lowering;
  const Module &Wasm;
  IRBuilder<> Builder;
  Value *Instance;

  EnvInstance &env() { return *Lowering.Instance; }
  Value *u64(uint64_t N) { return Builder.getInt64(N); }

  void chooseCPULevel() {
    const std::vector<NamedCPU> &CPUs = Lowering.Options.HigherCPUs;
    if (CPUs.empty())
      return;
    SmallVector<Constant *> Features;
    for (const NamedCPU &CPU : CPUs)
      Features.push_back(Builder.getInt64(CPU.Features));
    auto *const Level = new GlobalVariable(
        Lowering.M, Builder.getInt32Ty(), false, GlobalValue::ExternalLinkage,
        Builder.getInt32(W2N_CPU_LEVEL_NOT_CHOSEN), cpuLevelVariable(Lowering.Options.ModuleName));
    Level->setVisibility(GlobalValue::HiddenVisibility);
    callBuiltin(
        Builder, Builtin::choose_cpu_level,
        {Level, Lowering.array(Builder.getInt64Ty(), Features, "cpu_levels"), u64(CPUs.size())});
  }

  void createMemories() {
    for (const auto [Index, Memory] : enumerate(Wasm.Memories)) {
      if (Memory.Import)
        continue;
      const Limits &Size = Memory.Type.Size;
      callBuiltin(Builder, Builtin::memory_create,
                  {env().memory(Builder, Instance, Index), u64(Size.Minimum),
                   u64(Size.Maximum.value_or(UINT64_MAX)), u64(Lowering.flagsOf(Memory.Type))});
    }
  }

  /// A program's are constants.
  void createTags() {
    for (const auto [Index, Tag] : enumerate(Wasm.Tags))
      if (!Tag.Import && !Lowering.isProgram())
        Builder.CreateStore(tagRecord(Lowering, Index), env().tag(Builder, Instance, Index));
  }

  void createTables() {
    for (const auto [Index, Table] : enumerate(Wasm.Tables)) {
      if (Table.Import || !Lowering.hasTable(Index))
        continue;
      const Limits &Size = Table.Type.Size;
      limitBlock(Index);
      Value *Record = env().table(Builder, Instance, Index);
      Value *First = Table.Init.Size == 0 ? Constant::getNullValue(Lowering.pointer())
                                          : Lowering.evaluate(Builder, Instance, Table.Init);
      callBuiltin(Builder, Builtin::table_create,
                  {Record, u64(Size.Minimum), u64(Size.Maximum.value_or(UINT64_MAX)),
                   u64(abiValueType(Table.Type.Element)), u64(Lowering.flagsOf(Table.Type)),
                   First});
      const ValType Element = Table.Type.Element;
      if (!Lowering.isProgram() && Element.heap() == HeapKind::Defined)
        Builder.CreateStore(Lowering.functionType(Element.typeIndex()),
                            Lowering.Abi.field(Builder, Record, abi::table_field::defined_type));
    }
  }

  void createGlobals() {
    for (const auto [Index, Global] : enumerate(Wasm.Globals)) {
      if (Global.Import)
        continue;
      // A program's known values are in the image already.
      if (Lowering.isProgram() && Lowering.initialValue(Index))
        continue;
      limitBlock(Index);
      Value *Init = Lowering.evaluate(Builder, Instance, Global.Init);
      Builder.CreateAlignedStore(Init, env().global(Builder, Instance, Index),
                                 Lowering.alignment(Init->getType()));
    }
  }

  /// Whether a segment has nowhere to go. (It counts as dropped, as its record does at first.)
  bool isMoot(const ElementSegment &Segment) {
    return Segment.Mode == SegmentMode::Active && !Lowering.hasTable(Segment.Table);
  }

  void createElements() {
    for (size_t Index = 0; Index < Wasm.Elements.size(); ++Index) {
      if (isMoot(Wasm.Elements[Index]))
        continue;
      limitBlock(Index);
      Value *Segment = env().elements(Builder, Instance, Index);
      using abi::elements_field;
      Builder.CreateStore(env().createElements(Builder, Instance, Index),
                          Lowering.Abi.field(Builder, Segment, elements_field::references));
      // A declarative segment is dropped at once.
      const bool Dropped = Wasm.Elements[Index].Mode == SegmentMode::Declarative;
      Builder.CreateStore(u64(Dropped ? 0 : Wasm.Elements[Index].size()),
                          Lowering.Abi.field(Builder, Segment, elements_field::size));
    }
  }

  /// Without a data count section no code names a segment, so that active ones need no records.
  bool hasRecord(const DataSegment &Segment) const {
    return Segment.Mode == SegmentMode::Passive || Wasm.DataCount;
  }

  void createData() {
    for (const auto [Index, Content] : enumerate(Wasm.DataSegments)) {
      if (!hasRecord(Content))
        continue;
      const ArrayRef<uint8_t> Bytes = Wasm.bytes(Content.Content);
      limitBlock(Index);
      Value *Segment = env().data(Builder, Instance, Index);
      Builder.CreateStore(constant(Bytes, "bytes"),
                          Lowering.Abi.field(Builder, Segment, abi::data_field::bytes));
      Builder.CreateStore(u64(Bytes.size()),
                          Lowering.Abi.field(Builder, Segment, abi::data_field::size));
    }
  }

  template <typename ElementT> Constant *constant(ArrayRef<ElementT> Elements, const Twine &Name) {
    return constant(ConstantDataArray::get(Lowering.Context, Elements), Name);
  }

  Constant *constant(Constant *Value, const Twine &Name) {
    return new GlobalVariable(Lowering.M, Value->getType(), true, GlobalValue::PrivateLinkage,
                              Value, Name);
  }

  /// Code generation takes quadratic time for a block of ten thousand calls.
  void limitBlock(size_t Index) {
    constexpr size_t MostOfBlock = 100;
    if (Index % MostOfBlock != MostOfBlock - 1)
      return;
    BasicBlock *Next =
        BasicBlock::Create(Lowering.Context, "", Builder.GetInsertBlock()->getParent());
    Builder.CreateBr(Next);
    Builder.SetInsertPoint(Next);
  }

  Value *startOf(const ByteRange &Expression) {
    return Builder.CreateZExt(Lowering.evaluate(Builder, Instance, Expression),
                              Builder.getInt64Ty());
  }

  void runActiveElements() {
    for (const auto [Index, Segment] : enumerate(Wasm.Elements)) {
      if (Segment.Mode != SegmentMode::Active || isMoot(Segment))
        continue;
      Value *Elements = env().elements(Builder, Instance, Index);
      limitBlock(Index);
      callBuiltin(Builder, Builtin::table_init,
                  {env().table(Builder, Instance, Segment.Table), Elements, startOf(Segment.Start),
                   u64(0), u64(Segment.size())});
      Builder.CreateStore(u64(0), Lowering.Abi.field(Builder, Elements, abi::elements_field::size));
    }
  }

  /// Segments without records that follow each other, of one memory and with known places.
  struct PlacedData {
    uint32_t Memory = 0;
    /// Of each segment, where it starts in the memory and its size.
    SmallVector<uint64_t> Places;
    /// What is in them, one after the other.
    SmallVector<uint8_t> Bytes;
  };

  void runActiveData() {
    PlacedData Placed;
    for (const auto [Index, Segment] : enumerate(Wasm.DataSegments)) {
      if (Segment.Mode != SegmentMode::Active)
        continue;
      const ArrayRef<uint8_t> Bytes = Wasm.bytes(Segment.Content);
      Value *Start = startOf(Segment.Start);
      auto *const Place = hasRecord(Segment) ? nullptr : dyn_cast<ConstantInt>(Start);
      if (!Place || Placed.Memory != Segment.Memory) {
        copyPlaced(Placed);
        Placed = PlacedData();
        Placed.Memory = Segment.Memory;
      }
      if (Place) {
        Placed.Places.append({Place->getZExtValue(), Bytes.size()});
        Placed.Bytes.append(Bytes.begin(), Bytes.end());
      } else {
        limitBlock(Index);
        copySingle(Index, Segment, Start);
      }
    }
    copyPlaced(Placed);
  }

  void copySingle(size_t Index, const DataSegment &Segment, Value *Start) {
    Value *const Record = hasRecord(Segment) ? env().data(Builder, Instance, Index)
                                             : dataRecord(Wasm.bytes(Segment.Content));
    copyData(Segment.Memory, Record, Start, u64(0), u64(Segment.Content.Size));
    if (hasRecord(Segment))
      Builder.CreateStore(u64(0), Lowering.Abi.field(Builder, Record, abi::data_field::size));
  }

  /// A loop, since some producers make a segment of whatever lies between two runs of zeros: tens
  /// of thousands.
  void copyPlaced(const PlacedData &Placed) {
    if (Placed.Places.empty())
      return;
    Constant *const Places = constant(ArrayRef(Placed.Places), "places");
    Constant *const Record = dataRecord(Placed.Bytes);
    BasicBlock *const Before = Builder.GetInsertBlock();
    BasicBlock *const Copy = BasicBlock::Create(Lowering.Context, "copy", Before->getParent());
    BasicBlock *const After = BasicBlock::Create(Lowering.Context, "copied", Before->getParent());
    Builder.CreateBr(Copy);

    Builder.SetInsertPoint(Copy);
    PHINode *const Index = Builder.CreatePHI(Builder.getInt64Ty(), 2);
    PHINode *const Source = Builder.CreatePHI(Builder.getInt64Ty(), 2);
    const auto PlaceAt = [&](Value *At) {
      return Builder.CreateLoad(Builder.getInt64Ty(),
                                Builder.CreateGEP(Builder.getInt64Ty(), Places, At));
    };
    Value *const Start = PlaceAt(Index);
    Value *const Size = PlaceAt(Builder.CreateAdd(Index, u64(1)));
    copyData(Placed.Memory, Record, Start, Source, Size);
    Value *const Next = Builder.CreateAdd(Index, u64(2));
    Index->addIncoming(u64(0), Before);
    Index->addIncoming(Next, Copy);
    Source->addIncoming(u64(0), Before);
    Source->addIncoming(Builder.CreateAdd(Source, Size), Copy);
    Builder.CreateCondBr(Builder.CreateICmpEQ(Next, u64(Placed.Places.size())), After, Copy);
    Builder.SetInsertPoint(After);
  }

  /// What the runtime takes for a segment.
  Constant *dataRecord(ArrayRef<uint8_t> Bytes) {
    return constant(AbiConstant<abi::data_field>(Lowering.Abi)
                        .set(abi::data_field::bytes, constant(Bytes, "bytes"))
                        .set(abi::data_field::size, Builder.getInt64(Bytes.size()))
                        .get(),
                    "active");
  }

  void copyData(uint32_t Memory, Value *Data, Value *Start, Value *Source, Value *Size) {
    callBuiltin(Builder, Builtin::memory_init,
                {env().memory(Builder, Instance, Memory), Data, Start, Source, Size});
  }

  void callStart(uint32_t Index) {
    CallTarget Target{Lowering.code(Index), Instance};
    if (Wasm.Functions[Index].Import)
      Target = env().importedFunction(Builder, Instance, Index);
    callCode(Lowering, Builder, Wasm.typeOf(Wasm.Functions[Index]), Target.Code, Target.Instance,
             {});
    if (Lowering.Throws.mayThrow(Index))
      endAtException(Lowering, Builder, Instance);
  }
};

} // namespace

std::string cpuLevelVariable(StringRef ModuleName) { return ("w2n_cpu_level_" + ModuleName).str(); }

llvm::Function *ModuleLowering::createInitialize() {
  SmallVector<llvm::Type *, 1> Parameters;
  if (Instance->hasParameter())
    Parameters.push_back(pointer());
  llvm::Function *F =
      createCFunction(FunctionType::get(Type::getVoidTy(Context), Parameters, false), "initialize",
                      GlobalValue::InternalLinkage);
  // It writes what all other code may take for invariant, and runs once.
  F->addFnAttr(Attribute::OptimizeNone);
  F->addFnAttr(Attribute::NoInline);
  Initializer(*this, F).write();
  return F;
}

} // namespace w2n
