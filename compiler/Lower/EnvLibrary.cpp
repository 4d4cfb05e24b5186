//===- EnvLibrary.cpp - One of many instances ------------------------------===//

#include "Lower/EnvRuntime.h"
#include "Lower/ModuleLowering.h"

using namespace llvm;

namespace w2n {

namespace {

/// State is at fixed offsets in the instance that a function was given; what was
/// imported is behind a pointer there, which never changes once code runs.
class LibraryInstance final : public EnvInstance {
public:
  LibraryInstance(ModuleLowering &Lowering, const LibraryLayout &Layout)
      : Lowering(Lowering), Layout(Layout) {}

  bool hasParameter() const override { return true; }
  bool typesHaveHashes() const override { return true; }

  Value *memory(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return object(Builder, Instance, Layout.Memories[Index],
                  Lowering.Wasm.Memories[Index].Import.has_value());
  }
  Value *table(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return object(Builder, Instance, Layout.Tables[Index],
                  Lowering.Wasm.Tables[Index].Import.has_value());
  }
  Value *global(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return object(Builder, Instance, Layout.Globals[Index],
                  Lowering.Wasm.Globals[Index].Import.has_value());
  }
  Value *elements(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return at(Builder, Instance, Layout.Elements[Index]);
  }
  Value *data(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return at(Builder, Instance, Layout.DataSegments[Index]);
  }
  Value *store(IRBuilderBase &Builder, Value *Instance) override {
    return loadInvariant(Builder,
                         Lowering.Abi.field(Builder, Instance, abi::instance_field::store));
  }

  Value *tag(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    return object(Builder, Instance, Layout.Tags[Index],
                  Lowering.Wasm.Tags[Index].Import.has_value());
  }
  Value *pending(IRBuilderBase &Builder, Value *Instance) override {
    return Lowering.Abi.field(Builder, store(Builder, Instance), abi::store_field::pending);
  }

  Value *functionReference(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    if (Lowering.Wasm.Functions[Index].Import)
      return loadInvariant(Builder, importSlot(Builder, Instance, Index));
    return at(Builder, Instance,
              Layout.FunctionRecords + recordSize() * Lowering.Facts.ReferenceNumber.at(Index));
  }

  CallTarget importedFunction(IRBuilderBase &Builder, Value *Instance, uint32_t Index) override {
    Value *Record = functionReference(Builder, Instance, Index);
    using abi::function_field;
    return {loadInvariant(Builder, Lowering.Abi.field(Builder, Record, function_field::code)),
            loadInvariant(Builder, Lowering.Abi.field(Builder, Record, function_field::instance))};
  }

  Value *createElements(IRBuilderBase &Builder, Value *Instance, uint32_t Segment) override {
    const auto &Values = Lowering.Facts.Elements[Segment];
    SmallVector<Constant *> Numbers;
    for (const ElementValue &Element : Values)
      Numbers.push_back(
          Builder.getInt32(Element.Function ? number(*Element.Function) : UINT32_MAX));
    Value *References = at(Builder, Instance, Layout.References[Segment]);
    callBuiltin(Builder, Builtin::references_create,
                {Instance, References,
                 Lowering.array(Builder.getInt32Ty(), Numbers, "numbers." + Twine(Segment)),
                 Builder.getInt64(Values.size())});
    for (const auto [I, Element] : enumerate(Values))
      if (Element.Expression)
        Builder.CreateStore(Lowering.evaluate(Builder, Instance, *Element.Expression),
                            Builder.CreateConstInBoundsGEP1_64(Lowering.pointer(), References, I));
    return References;
  }

private:
  ModuleLowering &Lowering;
  const LibraryLayout &Layout;

  uint64_t recordSize() const { return Lowering.Abi.size(abi::Struct::w2n_function); }

  static Value *at(IRBuilderBase &Builder, Value *Instance, uint64_t Offset) {
    return Builder.CreateConstInBoundsGEP1_64(Builder.getInt8Ty(), Instance, Offset);
  }

  Value *loadInvariant(IRBuilderBase &Builder, Value *Address) {
    LoadInst *Load = Builder.CreateLoad(Lowering.pointer(), Address);
    Load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(Lowering.Context, {}));
    return AliasTags::tag(Load, Lowering.Tags.InstanceState);
  }

  Value *object(IRBuilderBase &Builder, Value *Instance, uint64_t Offset, bool Imported) {
    Value *Place = at(Builder, Instance, Offset);
    return Imported ? loadInvariant(Builder, Place) : Place;
  }

  Value *importSlot(IRBuilderBase &Builder, Value *Instance, uint32_t Index) {
    return at(Builder, Instance, Layout.ImportedFunctions + 8 * uint64_t{Index});
  }

  /// As w2n_references_create numbers functions.
  uint32_t number(uint32_t Index) const {
    if (Lowering.Wasm.Functions[Index].Import)
      return Index;
    return Lowering.Wasm.ImportedFunctions + Lowering.Facts.ReferenceNumber.at(Index);
  }
};

} // namespace

std::unique_ptr<EnvInstance> createLibraryInstance(ModuleLowering &Lowering,
                                                   const LibraryLayout &Layout) {
  return std::make_unique<LibraryInstance>(Lowering, Layout);
}

} // namespace w2n
