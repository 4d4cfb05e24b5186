//===- ThrowFacts.cpp - Which calls may end in an exception ----------------===//

#include "Lower/ThrowFacts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <optional>

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

  void addBody(uint32_t Index);
};

/// What a function does that may throw out of it, as far as its body has been read: nodes
/// of the graph that it calls, and SelfThrow for a throwing instruction.
class Outgoing {
public:
  static constexpr uint32_t SelfThrow = UINT32_MAX;

  void add(uint32_t Node) { Caught.push_back(Node); }
  /// A tail call: no block of this function is around it any more.
  void addOutside(uint32_t Node) { Escaped.push_back(Node); }

  void open(const Instruction &I) {
    const bool CatchesAll = any_of(I.Catches, [](const CatchClause &C) { return !C.hasTag(); });
    Blocks.push_back({Caught.size(), CatchesAll, std::nullopt});
  }
  /// The body of a legacy try ends where its first handler begins.
  void beginHandler(bool CatchesAll) {
    Block &Innermost = Blocks.back();
    if (!Innermost.BodyEnd)
      Innermost.BodyEnd = Caught.size();
    if (CatchesAll)
      Caught.erase(Caught.begin() + Innermost.First, Caught.begin() + *Innermost.BodyEnd);
  }
  void close(bool Delegates) {
    // The end of the function closes a block that nothing opened.
    if (Blocks.empty())
      return;
    const Block Closed = Blocks.pop_back_val();
    // Where a delegate leads may be beyond the blocks around it that catch all.
    if (Delegates)
      Escaped.append(Caught.begin() + Closed.First, Caught.end());
    if (Delegates || Closed.CatchesAll)
      Caught.truncate(Closed.First);
  }

  SmallVector<uint32_t> take() {
    append_range(Escaped, Caught);
    return std::move(Escaped);
  }

private:
  struct Block {
    /// The part of Caught that is inside.
    size_t First;
    bool CatchesAll;
    std::optional<size_t> BodyEnd;
  };
  SmallVector<Block> Blocks;
  SmallVector<uint32_t> Caught;
  SmallVector<uint32_t> Escaped;
};

void CallGraph::addBody(uint32_t Index) {
  const ByteRange &Body = Wasm.Functions[Index].Body;
  OpReader Reader(Wasm.bytes(Body), Body.Offset, Valid.features());
  Outgoing Out;
  for (Instruction I; Reader.next(I);) {
    if (opensBlock(I.Op))
      Out.open(I);
    else if (closesBlock(I.Op))
      Out.close(I.Op == Opcode::Delegate);
    switch (I.Op) {
    case Opcode::Call:
      Out.add(I.Index);
      break;
    case Opcode::ReturnCall:
      Out.addOutside(I.Index);
      break;
    case Opcode::CallIndirect:
    case Opcode::CallRef:
      Out.add(TypeNodes[I.Index]);
      break;
    case Opcode::ReturnCallIndirect:
    case Opcode::ReturnCallRef:
      Out.addOutside(TypeNodes[I.Index]);
      break;
    case Opcode::Throw:
    case Opcode::ThrowRef:
    case Opcode::Rethrow:
      Out.add(Outgoing::SelfThrow);
      break;
    case Opcode::Catch:
    case Opcode::CatchAll:
      Out.beginHandler(I.Op == Opcode::CatchAll);
      break;
    default:
      break;
    }
  }
  for (const uint32_t Node : Out.take())
    if (Node == Outgoing::SelfThrow)
      Throwing.push_back(Index);
    else
      Callers[Node].push_back(Index);
}

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
