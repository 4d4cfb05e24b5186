//===- ModuleFacts.cpp - What lowering has to know before it starts --------===//

#include "Lower/ModuleFacts.h"

#include "llvm/ADT/STLExtras.h"

namespace w2n {

void ModuleFacts::addReference(const Module &Wasm, uint32_t Function) {
  if (Wasm.Functions[Function].Import)
    return;
  ReferencedFunctions.push_back(Function);
}

void ModuleFacts::addReferencesIn(const ValidModule &Valid, const ByteRange &Expression) {
  OpReader Reader(Valid->bytes(Expression), Expression.Offset, Valid.features());
  for (Instruction I; Reader.next(I);)
    if (I.Op == Opcode::RefFunc)
      addReference(*Valid, I.Index);
}

/// Most elements are a single ref.func or ref.null, which need no code.
ElementValue ModuleFacts::addElement(const ValidModule &Valid, const ByteRange &Expression) {
  addReferencesIn(Valid, Expression);
  OpReader Reader(Valid->bytes(Expression), Expression.Offset, Valid.features());
  Instruction First;
  Instruction Second;
  const bool Read = Reader.next(First) && Reader.next(Second);
  assert(Read && "a valid constant expression has an instruction and an end");
  if (!Read || Second.Op != Opcode::End)
    return {std::nullopt, Expression};
  if (First.Op == Opcode::RefFunc)
    return {First.Index, std::nullopt};
  if (First.Op == Opcode::RefNull)
    return {};
  return {std::nullopt, Expression};
}

static std::vector<llvm::StringRef> functionNames(const Module &Wasm) {
  std::vector<llvm::StringRef> Names;
  Names.reserve(Wasm.Functions.size());
  for (const Function &F : Wasm.Functions)
    Names.push_back(F.Name);
  for (const Export &E : Wasm.Exports)
    if (E.Kind == ExternKind::Function && Names[E.Index].empty())
      Names[E.Index] = E.Name;
  return Names;
}

ModuleFacts::ModuleFacts(const ValidModule &Valid) : FunctionNames(functionNames(*Valid)) {
  const Module &Wasm = *Valid;
  for (const Export &E : Wasm.Exports)
    if (E.Kind == ExternKind::Function)
      addReference(Wasm, E.Index);
  for (const Global &G : Wasm.Globals)
    if (!G.Import)
      addReferencesIn(Valid, G.Init);
  for (const Table &T : Wasm.Tables)
    addReferencesIn(Valid, T.Init);
  for (const ElementSegment &Segment : Wasm.Elements) {
    std::vector<ElementValue> &Values = Elements.emplace_back();
    for (const uint32_t Function : Segment.Functions) {
      addReference(Wasm, Function);
      Values.push_back({Function, std::nullopt});
    }
    for (const ByteRange &Expression : Segment.Expressions)
      Values.push_back(addElement(Valid, Expression));
  }
  llvm::sort(ReferencedFunctions);
  ReferencedFunctions.erase(llvm::unique(ReferencedFunctions), ReferencedFunctions.end());
  for (const auto [Number, Function] : llvm::enumerate(ReferencedFunctions))
    ReferenceNumber[Function] = Number;
}

} // namespace w2n
