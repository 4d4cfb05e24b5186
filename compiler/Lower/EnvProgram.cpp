//===- EnvProgram.cpp - The one instance of a program ----------------------===//

#include "Lower/EnvRuntime.h"
#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

namespace {

/// State is LLVM globals that nothing outside of the module names.
class ProgramInstance final : public EnvInstance {
public:
  explicit ProgramInstance(ModuleLowering &Lowering) : Lowering(Lowering) {
    const Module &Wasm = Lowering.Wasm;
    createState(Memories, Wasm.Memories.size(), abi::Struct::w2n_memory, "memory.");
    createState(Tables, Wasm.Tables.size(), abi::Struct::w2n_table, "table.");
    createState(Elements, Wasm.Elements.size(), abi::Struct::w2n_elements, "elements.");
    if (!Wasm.DataSegments.empty()) {
      auto *const Type =
          ArrayType::get(Lowering.Abi.get(abi::Struct::w2n_data), Wasm.DataSegments.size());
      Data = Lowering.createShared(Type, Constant::getNullValue(Type), "data");
    }
    Globals.resize(Wasm.Globals.size());
    Tags.resize(Wasm.Tags.size());
    References.resize(Wasm.Functions.size());
  }

  bool hasParameter() const override { return false; }
  bool typesHaveHashes() const override { return false; }

  Value *memory(IRBuilderBase &, Value *, uint32_t Index) override { return Memories[Index]; }
  Value *table(IRBuilderBase &, Value *, uint32_t Index) override { return Tables[Index]; }
  Value *elements(IRBuilderBase &, Value *, uint32_t Index) override { return Elements[Index]; }
  Value *store(IRBuilderBase &, Value *) override { return declareProgramStore(Lowering.M); }

  /// All in one object: there may be tens of thousands, few of them used after the start.
  Value *data(IRBuilderBase &Builder, Value *, uint32_t Index) override {
    return Builder.CreateConstInBoundsGEP2_64(Data->getValueType(), Data, 0, Index);
  }

  Value *global(IRBuilderBase &, Value *, uint32_t Index) override {
    GlobalVariable *&Variable = Globals[Index];
    if (!Variable) {
      const ValType Type = Lowering.Wasm.Globals[Index].Type.Type;
      Constant *Init = Lowering.initialValue(Index);
      Variable = Lowering.createShared(Lowering.type(Type), Init ? Init : Lowering.zero(Type),
                                       "global." + Twine(Index));
    }
    return Variable;
  }

  Value *tag(IRBuilderBase &, Value *, uint32_t Index) override {
    GlobalVariable *&Record = Tags[Index];
    if (!Record) {
      Constant *Init = tagRecord(Lowering, Index);
      Record = Lowering.createShared(Init->getType(), Init, "tag." + Twine(Index));
      Record->setConstant(true);
    }
    return Record;
  }

  /// Not in the runtime's store, so that LLVM sees all that is done with it.
  Value *pending(IRBuilderBase &, Value *) override {
    if (!Pending)
      Pending = Lowering.createShared(Lowering.pointer(),
                                      Constant::getNullValue(Lowering.pointer()), "pending");
    return Pending;
  }

  Value *functionReference(IRBuilderBase &, Value *, uint32_t Index) override {
    return reference(Index);
  }

  CallTarget importedFunction(IRBuilderBase &, Value *, uint32_t Index) override {
    return {Lowering.code(Index), nullptr};
  }

  Value *createElements(IRBuilderBase &Builder, Value *, uint32_t Segment) override {
    const auto &Values = Lowering.Facts.Elements[Segment];
    SmallVector<Constant *> Known;
    for (const ElementValue &Element : Values)
      Known.push_back(Element.Function ? reference(*Element.Function)
                                       : Constant::getNullValue(Lowering.pointer()));
    auto *Type = ArrayType::get(Lowering.pointer(), Values.size());
    auto *Array =
        new GlobalVariable(Lowering.M, Type, false, GlobalValue::InternalLinkage,
                           ConstantArray::get(Type, Known), "references." + Twine(Segment));
    bool AllKnown = true;
    for (const auto [I, Element] : enumerate(Values)) {
      if (!Element.Expression)
        continue;
      AllKnown = false;
      Builder.CreateStore(Lowering.evaluate(Builder, nullptr, *Element.Expression),
                          Builder.CreateConstInBoundsGEP2_64(Type, Array, 0, I));
    }
    Array->setConstant(AllKnown);
    return Array;
  }

private:
  ModuleLowering &Lowering;
  std::vector<GlobalVariable *> Memories;
  std::vector<GlobalVariable *> Tables;
  std::vector<GlobalVariable *> Elements;
  GlobalVariable *Data = nullptr;
  std::vector<GlobalVariable *> Globals;
  std::vector<GlobalVariable *> References;
  std::vector<GlobalVariable *> Tags;
  GlobalVariable *Pending = nullptr;

  void createState(std::vector<GlobalVariable *> &Objects, size_t Count, abi::Struct Struct,
                   StringRef Prefix) {
    StructType *Type = Lowering.Abi.get(Struct);
    for (size_t I = 0; I < Count; ++I)
      Objects.push_back(
          Lowering.createShared(Type, Constant::getNullValue(Type), Prefix + Twine(I)));
  }

  Constant *reference(uint32_t Index) {
    GlobalVariable *&Record = References[Index];
    if (!Record) {
      const uint32_t Type = Lowering.Wasm.Functions[Index].TypeIndex;
      Constant *Init = AbiConstant<abi::function_field>(Lowering.Abi)
                           .set(abi::function_field::code, Lowering.code(Index))
                           .set(abi::function_field::type, Lowering.functionType(Type))
                           .get();
      Record = Lowering.createShared(Init->getType(), Init, "function." + Twine(Index));
      Record->setConstant(true);
    }
    return Record;
  }
};

} // namespace

std::unique_ptr<EnvInstance> createProgramInstance(ModuleLowering &Lowering) {
  return std::make_unique<ProgramInstance>(Lowering);
}

} // namespace w2n
