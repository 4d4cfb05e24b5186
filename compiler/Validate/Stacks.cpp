//===- Stacks.cpp - The operand stack and the control stack ----------------===//

#include "Validate/Stacks.h"

#include "Wasm/Matching.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

void Stacks::fail(const Twine &Message) {
  if (Mismatch.empty())
    Mismatch = Message.str();
}

std::optional<ValType> Stacks::operand(size_t Depth) const {
  const Frame &Innermost = Frames.back();
  if (Operands.size() - Innermost.Height > Depth)
    return Operands[Operands.size() - 1 - Depth];
  if (Innermost.Unreachable)
    return ValType(ValType::Bottom);
  return std::nullopt;
}

void Stacks::checkOperand(std::optional<ValType> Actual, ValType Expected) {
  if (!Actual)
    fail("expected " + Expected.str() + ", found nothing");
  else if (!Actual->isBottom() && !Expected.isBottom() && !matches(M, *Actual, Expected))
    fail("expected " + Expected.str() + ", found " + Actual->str());
}

ValType Stacks::pop() { return pop(ValType::Bottom); }

ValType Stacks::pop(ValType Expected) {
  const std::optional<ValType> Actual = operand(0);
  checkOperand(Actual, Expected);
  if (Operands.size() > Frames.back().Height)
    Operands.pop_back();
  return Actual.value_or(ValType::Bottom);
}

void Stacks::pop(ArrayRef<ValType> Expected) {
  for (const ValType Type : reverse(Expected))
    pop(Type);
}

void Stacks::checkTop(ArrayRef<ValType> Expected) {
  for (const auto [Depth, Type] : enumerate(reverse(Expected)))
    checkOperand(operand(Depth), Type);
}

void Stacks::open(Opcode Op, const BlockType &Type, uint64_t Offset) {
  // The parameters of a function are locals, not operands.
  openWith(Op, Type, Offset, Frames.empty() ? ArrayRef<ValType>() : parameters(Type));
}

void Stacks::openWith(Opcode Op, const BlockType &Type, uint64_t Offset, ArrayRef<ValType> First) {
  Frames.push_back({Op, Type, Operands.size(), /*Unreachable=*/false, Offset});
  push(First);
}

Stacks::Frame Stacks::close() {
  pop(results(Frames.back().Type));
  const size_t Left = Operands.size() - Frames.back().Height;
  if (Left != 0)
    fail(Twine(Left) + (Left == 1 ? " value is" : " values are") + " left on the stack");
  const Frame Closed = Frames.back();
  Frames.pop_back();
  return Closed;
}

void Stacks::setUnreachable() {
  Operands.resize(Frames.back().Height);
  Frames.back().Unreachable = true;
}

ArrayRef<ValType> Stacks::labelTypes(uint32_t Label) const {
  const Frame &Target = frame(Label);
  return Target.Op == Opcode::Loop ? parameters(Target.Type) : results(Target.Type);
}

ArrayRef<ValType> Stacks::parameters(const BlockType &Type) const {
  return Type.TypeIndex ? ArrayRef<ValType>(M.Types[*Type.TypeIndex].Parameters)
                        : ArrayRef<ValType>();
}

ArrayRef<ValType> Stacks::results(const BlockType &Type) const {
  if (Type.TypeIndex)
    return M.Types[*Type.TypeIndex].Results;
  return Type.Result ? ArrayRef<ValType>(*Type.Result) : ArrayRef<ValType>();
}

} // namespace w2n
