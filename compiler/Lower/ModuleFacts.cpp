//===- ModuleFacts.cpp - What lowering has to know before it starts --------===//

#include "Lower/ModuleFacts.h"

#include "llvm/ADT/STLExtras.h"

namespace w2n {

Instruction readConstantExpression(const ValidModule &Valid, const ByteRange &Expression) {
  OpReader Reader(Valid->bytes(Expression), Expression.Offset, Valid.features());
  Instruction Result;
  const bool Read = Reader.next(Result);
  assert(Read && "a valid constant expression has an instruction");
  (void)Read;
  return Result;
}

void ModuleFacts::addReference(const Module &Wasm, uint32_t Function) {
  if (Wasm.Functions[Function].Import)
    return;
  ReferencedFunctions.push_back(Function);
}

ModuleFacts::ModuleFacts(const ValidModule &Valid) {
  const Module &Wasm = *Valid;
  for (const Export &E : Wasm.Exports)
    if (E.Kind == ExternKind::Function)
      addReference(Wasm, E.Index);
  for (const Global &G : Wasm.Globals) {
    if (G.Import)
      continue;
    const Instruction Init = readConstantExpression(Valid, G.Init);
    if (Init.Op == Opcode::RefFunc)
      addReference(Wasm, Init.Index);
  }
  for (const ElementSegment &Segment : Wasm.Elements) {
    std::vector<ElementValue> &Values = Elements.emplace_back();
    for (const uint32_t Function : Segment.Functions)
      Values.push_back({Function, std::nullopt});
    for (const ByteRange &Expression : Segment.Expressions) {
      const Instruction Init = readConstantExpression(Valid, Expression);
      if (Init.Op == Opcode::RefFunc)
        Values.push_back({Init.Index, std::nullopt});
      else if (Init.Op == Opcode::RefNull)
        Values.push_back({});
      else
        Values.push_back({std::nullopt, Expression});
    }
    for (const ElementValue &Value : Values)
      if (Value.Function)
        addReference(Wasm, *Value.Function);
  }
  llvm::sort(ReferencedFunctions);
  ReferencedFunctions.erase(llvm::unique(ReferencedFunctions), ReferencedFunctions.end());
  for (const auto [Number, Function] : llvm::enumerate(ReferencedFunctions))
    ReferenceNumber[Function] = Number;
}

} // namespace w2n
