//===- ThrowFacts.cpp - Which calls may end in an exception ----------------===//

#include "Lower/ThrowFacts.h"

#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace w2n {

namespace {

/// The graph of calls, backwards. Its nodes are the functions, and behind them one for all
/// references to functions of types that may be the same.
class CallGraph {
public:
  CallGraph(const ValidModule &Valid, const ModuleFacts &Facts) : Valid(Valid), Wasm(*Valid) {
    for (const FuncType &Type : Wasm.Types)
      Shapes.try_emplace(shape(Type), Wasm.Functions.size() + Shapes.size());
    for (const FuncType &Type : Wasm.Types)
      TypeNodes.push_back(Shapes.lookup(shape(Type)));
    Callers.resize(Wasm.Functions.size() + Shapes.size());
    for (const uint32_t Function : Facts.ReferencedFunctions)
      Callers[Function].push_back(TypeNodes[Wasm.Functions[Function].TypeIndex]);
    for (uint32_t Index = Wasm.ImportedFunctions; Index < Wasm.Functions.size(); ++Index)
      addBody(Index);
  }

  size_t size() const { return Callers.size(); }
  uint32_t typeNode(uint32_t TypeIndex) const { return TypeNodes[TypeIndex]; }
  /// Functions with an instruction that throws.
  ArrayRef<uint32_t> throwing() const { return Throwing; }
  ArrayRef<uint32_t> callers(uint32_t Node) const { return Callers[Node]; }

private:
  const ValidModule &Valid;
  const Module &Wasm;
  StringMap<uint32_t> Shapes;
  std::vector<uint32_t> TypeNodes;
  std::vector<SmallVector<uint32_t, 2>> Callers;
  std::vector<uint32_t> Throwing;

  /// The type with all references alike: those of a subtype are called as well.
  static std::string shape(const FuncType &Type) {
    std::string Result;
    for (const ValType Parameter : Type.Parameters)
      Result += static_cast<char>(Parameter.kind());
    Result += ':';
    for (const ValType R : Type.Results)
      Result += static_cast<char>(R.kind());
    return Result;
  }

  void addBody(uint32_t Index) {
    const ByteRange &Body = Wasm.Functions[Index].Body;
    OpReader Reader(Wasm.bytes(Body), Body.Offset, Valid.features());
    bool Throws = false;
    for (Instruction I; Reader.next(I);) {
      switch (I.Op) {
      case Opcode::Call:
      case Opcode::ReturnCall:
        Callers[I.Index].push_back(Index);
        break;
      case Opcode::CallIndirect:
      case Opcode::ReturnCallIndirect:
      case Opcode::CallRef:
      case Opcode::ReturnCallRef:
        Callers[TypeNodes[I.Index]].push_back(Index);
        break;
      case Opcode::Throw:
      case Opcode::ThrowRef:
      case Opcode::Rethrow:
        Throws = true;
        break;
      default:
        break;
      }
    }
    if (Throws)
      Throwing.push_back(Index);
  }
};

} // namespace

ThrowFacts::ThrowFacts(const ValidModule &Valid, const ModuleFacts &Facts, Placement Kind)
    : Functions(Valid->Functions.size()), Types(Valid->Types.size()) {
  // A program without tags has nothing to throw.
  if (Kind == Placement::Program && Valid->Tags.empty())
    return;
  const CallGraph Graph(Valid, Facts);
  BitVector MayThrow(Graph.size());
  SmallVector<uint32_t> Work(Graph.throwing());
  if (Kind == Placement::Library) {
    for (uint32_t Import = 0; Import < Valid->ImportedFunctions; ++Import)
      Work.push_back(Import);
    for (uint32_t Node = Valid->Functions.size(); Node < Graph.size(); ++Node)
      Work.push_back(Node);
  }
  while (!Work.empty()) {
    const uint32_t Node = Work.pop_back_val();
    if (MayThrow.test(Node))
      continue;
    MayThrow.set(Node);
    append_range(Work, Graph.callers(Node));
  }
  for (unsigned Index = 0; Index < Functions.size(); ++Index)
    Functions[Index] = MayThrow.test(Index);
  for (unsigned Index = 0; Index < Types.size(); ++Index)
    Types[Index] = MayThrow.test(Graph.typeNode(Index));
}

} // namespace w2n
