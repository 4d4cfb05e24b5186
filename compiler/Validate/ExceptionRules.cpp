//===- ExceptionRules.cpp - Validation of exception handling ---------------===//
//
// Core spec, 3.3.8, and for the legacy form the same chapter of the proposal: a try
// has catch clauses, each a block of its own, or it ends in a delegate.
//
//===----------------------------------------------------------------------===//

#include "Validate/FuncState.h"
#include "Wasm/Matching.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace w2n {

static bool checkTag(FuncState &S, uint32_t Tag) {
  return S.checkIndex(Tag, S.M.Tags.size(), "tag");
}

/// Checks that a clause gives what its label takes. Called outside of the try_table.
static void checkClause(FuncState &S, const CatchClause &Clause) {
  ValTypes Given;
  if (Clause.hasTag()) {
    if (!checkTag(S, Clause.Tag))
      return;
    Given = S.M.payloadOf(S.M.Tags[Clause.Tag]);
  }
  if (Clause.givesReference())
    Given.push_back(ValType::ref(HeapKind::Exn, /*Nullable=*/false));
  if (!S.checkIndex(Clause.Label, S.Stack.depth(), "label"))
    return;
  if (!matches(S.M, Given, S.Stack.labelTypes(Clause.Label)))
    S.fail("type mismatch in try_table: a catch clause does not give what label " +
           Twine(Clause.Label) + " takes");
}

static void checkTryTable(FuncState &S, const Instruction &I) {
  for (const CatchClause &Clause : I.Catches)
    checkClause(S, Clause);
  openBlock(S, I);
}

static void checkThrow(FuncState &S, const Instruction &I) {
  if (!checkTag(S, I.Index))
    return;
  S.Stack.pop(S.M.payloadOf(S.M.Tags[I.Index]));
  S.Stack.setUnreachable();
}

static void checkThrowRef(FuncState &S, const Instruction &) {
  S.Stack.pop(ValType::exnRef());
  S.Stack.setUnreachable();
}

static void checkTry(FuncState &S, const Instruction &I) { openBlock(S, I); }

/// Ends a try or one of its clauses and begins another clause.
static void beginClause(FuncState &S, const Instruction &I, ArrayRef<ValType> Payload) {
  const Opcode Before = S.Stack.innermost().Op;
  if (Before != Opcode::Try && Before != Opcode::Catch)
    return S.fail(I.Info->Text + " without a try");
  const Stacks::Frame Closed = S.Stack.close();
  S.forgetLocals();
  S.Stack.openWith(I.Op, Closed.Type, I.Offset, Payload);
}

static void checkCatch(FuncState &S, const Instruction &I) {
  if (checkTag(S, I.Index))
    beginClause(S, I, S.M.payloadOf(S.M.Tags[I.Index]));
}

static void checkCatchAll(FuncState &S, const Instruction &I) { beginClause(S, I, {}); }

static void checkRethrow(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.Stack.depth(), "label"))
    return;
  const Opcode Target = S.Stack.frame(I.Index).Op;
  if (Target != Opcode::Catch && Target != Opcode::CatchAll)
    return S.fail("invalid rethrow label " + Twine(I.Index) + ": it is not a catch clause");
  S.Stack.setUnreachable();
}

static void checkDelegate(FuncState &S, const Instruction &I) {
  if (S.Stack.innermost().Op != Opcode::Try)
    return S.fail("delegate without a try");
  const Stacks::Frame Closed = closeBlock(S);
  if (S.checkIndex(I.Index, S.Stack.depth(), "label"))
    S.Stack.push(S.Stack.results(Closed.Type));
}

void checkException(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_EXCEPTION(NAME, ...)                                                                \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not an instruction of exception handling");
  }
}

} // namespace w2n
