//===- ControlRules.cpp - Validation of control instructions ---------------===//
//
// Core spec, 3.3.8.
//
//===----------------------------------------------------------------------===//

#include "Validate/FuncState.h"
#include "Wasm/Matching.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace w2n {

static void checkUnreachable(FuncState &S, const Instruction &) { S.Stack.setUnreachable(); }

static void checkNop(FuncState &, const Instruction &) {}

void openBlock(FuncState &S, const Instruction &I) {
  const BlockType &Type = I.Block;
  if (Type.TypeIndex && !S.checkIndex(*Type.TypeIndex, S.M.Types.size(), "type"))
    return;
  if (Type.Result && !S.checkType(*Type.Result))
    return;
  S.Stack.pop(S.Stack.parameters(Type));
  S.Stack.open(I.Op, Type, I.Offset);
  S.SetBefore.push_back(S.SetOrder.size());
}

static void checkBlock(FuncState &S, const Instruction &I) { openBlock(S, I); }

static void checkLoop(FuncState &S, const Instruction &I) { openBlock(S, I); }

static void checkIf(FuncState &S, const Instruction &I) {
  S.Stack.pop(ValType::I32);
  openBlock(S, I);
}

static void checkElse(FuncState &S, const Instruction &I) {
  if (S.Stack.innermost().Op != Opcode::If)
    return S.fail("else without an if");
  const Stacks::Frame Closed = S.Stack.close();
  S.forgetLocals();
  S.Stack.open(Opcode::Else, Closed.Type, I.Offset);
}

Stacks::Frame closeBlock(FuncState &S) {
  const Stacks::Frame Closed = S.Stack.close();
  S.forgetLocals();
  S.SetBefore.pop_back();
  return Closed;
}

static void checkEnd(FuncState &S, const Instruction &) {
  const Stacks::Frame Closed = closeBlock(S);
  const ArrayRef<ValType> Results = S.Stack.results(Closed.Type);
  if (Closed.Op == Opcode::If && !matches(S.M, S.Stack.parameters(Closed.Type), Results))
    return S.fail("type mismatch in if: without an else, its results must be its parameters");
  S.Stack.push(Results);
}

/// Checks the label of a branch, and gives whether there is such a block.
static bool checkLabel(FuncState &S, uint32_t Label) {
  return S.checkIndex(Label, S.Stack.depth(), "label");
}

static void checkBr(FuncState &S, const Instruction &I) {
  if (!checkLabel(S, I.Index))
    return;
  S.Stack.pop(S.Stack.labelTypes(I.Index));
  S.Stack.setUnreachable();
}

static void checkBrIf(FuncState &S, const Instruction &I) {
  S.Stack.pop(ValType::I32);
  if (!checkLabel(S, I.Index))
    return;
  const ArrayRef<ValType> Types = S.Stack.labelTypes(I.Index);
  S.Stack.pop(Types);
  S.Stack.push(Types);
}

static void checkBrTable(FuncState &S, const Instruction &I) {
  S.Stack.pop(ValType::I32);
  if (!checkLabel(S, I.Labels.back()))
    return;
  const size_t Arity = S.Stack.labelTypes(I.Labels.back()).size();
  for (const uint32_t Label : I.Labels) {
    if (!checkLabel(S, Label))
      return;
    const ArrayRef<ValType> Types = S.Stack.labelTypes(Label);
    if (Types.size() != Arity)
      return S.fail("type mismatch in br_table: label " + Twine(Label) + " takes " +
                    Twine(Types.size()) + " values, the default label " + Twine(Arity));
    S.Stack.checkTop(Types);
  }
  S.Stack.setUnreachable();
}

static void checkReturn(FuncState &S, const Instruction &) {
  S.Stack.pop(S.Stack.functionResults());
  S.Stack.setUnreachable();
}

static void applyCall(FuncState &S, const FuncType &Type) {
  S.Stack.pop(Type.Parameters);
  S.Stack.push(Type.Results);
}

/// A call that takes the place of the function: it must have the same results.
static void applyTailCall(FuncState &S, const FuncType &Type) {
  S.Context.HasTailCalls = true;
  S.Stack.pop(Type.Parameters);
  if (!matches(S.M, Type.Results, S.Stack.functionResults()))
    return S.fail("type mismatch in tail call: the callee has type " + Type.str() +
                  ", whose results are not those of the function");
  S.Stack.setUnreachable();
}

static void checkReturnCall(FuncState &S, const Instruction &I) {
  if (S.checkIndex(I.Index, S.M.Functions.size(), "function"))
    applyTailCall(S, S.M.typeOf(S.M.Functions[I.Index]));
}

static void checkCall(FuncState &S, const Instruction &I) {
  if (S.checkIndex(I.Index, S.M.Functions.size(), "function"))
    applyCall(S, S.M.typeOf(S.M.Functions[I.Index]));
}

/// Checks the table and pops the index; gives whether the callee's type is known.
static bool checkIndirect(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index2, S.M.Tables.size(), "table") ||
      !S.checkIndex(I.Index, S.M.Types.size(), "type"))
    return false;
  const ValType Element = S.M.Tables[I.Index2].Type.Element;
  if (!matches(S.M, Element, ValType::funcRef())) {
    S.fail("type mismatch in " + I.Info->Text + ": table " + Twine(I.Index2) + " holds " +
           Element.str() + ", not funcref");
    return false;
  }
  S.Context.IndirectTypes.insert(I.Index);
  S.Stack.pop(S.M.Tables[I.Index2].Type.Address);
  return true;
}

static void checkCallIndirect(FuncState &S, const Instruction &I) {
  if (checkIndirect(S, I))
    applyCall(S, S.M.Types[I.Index]);
}

static void checkReturnCallIndirect(FuncState &S, const Instruction &I) {
  if (checkIndirect(S, I))
    applyTailCall(S, S.M.Types[I.Index]);
}

/// Pops the reference that is called; gives whether its type is known.
static bool checkReferenceCall(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.M.Types.size(), "type"))
    return false;
  S.Stack.pop(ValType::ref(HeapKind::Defined, /*Nullable=*/true, I.Index));
  return true;
}

static void checkCallRef(FuncState &S, const Instruction &I) {
  if (checkReferenceCall(S, I))
    applyCall(S, S.M.Types[I.Index]);
}

static void checkReturnCallRef(FuncState &S, const Instruction &I) {
  if (checkReferenceCall(S, I))
    applyTailCall(S, S.M.Types[I.Index]);
}

static void checkBrOnNull(FuncState &S, const Instruction &I) {
  const ValType Reference = popReference(S, I);
  if (!checkLabel(S, I.Index))
    return;
  const ArrayRef<ValType> Types = S.Stack.labelTypes(I.Index);
  S.Stack.pop(Types);
  S.Stack.push(Types);
  S.Stack.push(Reference);
}

static void checkBrOnNonNull(FuncState &S, const Instruction &I) {
  const ValType Reference = popReference(S, I);
  if (!checkLabel(S, I.Index))
    return;
  const ArrayRef<ValType> Types = S.Stack.labelTypes(I.Index);
  if (Types.empty() || !Types.back().isRef())
    return S.fail("type mismatch in br_on_non_null: the label takes no reference");
  S.Stack.push(Reference);
  S.Stack.pop(Types);
  S.Stack.push(Types.drop_back());
}

void checkControl(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_CONTROL(NAME, ...)                                                                  \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a control instruction");
  }
}

} // namespace w2n
