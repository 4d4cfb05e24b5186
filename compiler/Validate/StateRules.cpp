//===- StateRules.cpp - Validation of what reads and writes state ----------===//
//
// Parametric instructions, variables, references, tables and whole memories (core
// spec, 3.3.3 to 3.3.7).
//
//===----------------------------------------------------------------------===//

#include "Validate/FuncState.h"
#include "Wasm/Matching.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace w2n {

static void checkDrop(FuncState &S, const Instruction &) { S.Stack.pop(); }

static void checkSelect(FuncState &S, const Instruction &) {
  S.Stack.pop(ValType::I32);
  const ValType Second = S.Stack.pop();
  const ValType First = S.Stack.pop(Second);
  if (First.isRef() || Second.isRef())
    return S.fail("type mismatch in select: references need a select with a type");
  S.Stack.push(First.isBottom() ? Second : First);
}

static void checkSelectTyped(FuncState &S, const Instruction &I) {
  if (I.Types.size() != 1)
    return S.fail("invalid select: it has " + Twine(I.Types.size()) + " result types, not one");
  if (!S.checkType(I.Types.front()))
    return;
  S.Stack.pop(ValType::I32);
  S.Stack.pop(I.Types.front());
  S.Stack.pop(I.Types.front());
  S.Stack.push(I.Types.front());
}

static void checkLocalGet(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.Locals.size(), "local"))
    return;
  if (!S.SetLocals.test(I.Index))
    return S.fail("uninitialized local " + Twine(I.Index) + " of type " + S.Locals[I.Index].str());
  S.Stack.push(S.Locals[I.Index]);
}

static void checkLocalSet(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.Locals.size(), "local"))
    return;
  S.Stack.pop(S.Locals[I.Index]);
  S.setLocal(I.Index);
}

static void checkLocalTee(FuncState &S, const Instruction &I) {
  checkLocalSet(S, I);
  if (S.Problem.empty())
    checkLocalGet(S, I);
}

static void checkGlobalGet(FuncState &S, const Instruction &I) {
  if (S.checkIndex(I.Index, S.M.Globals.size(), "global"))
    S.Stack.push(S.M.Globals[I.Index].Type.Type);
}

static void checkGlobalSet(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.M.Globals.size(), "global"))
    return;
  const GlobalType &Global = S.M.Globals[I.Index].Type;
  if (!Global.Mutable)
    return S.fail("global " + Twine(I.Index) + " is immutable");
  S.Stack.pop(Global.Type);
}

/// A table's type; null, and a problem, if there is no such table.
static const TableType *readTable(FuncState &S, uint32_t Table) {
  if (!S.checkIndex(Table, S.M.Tables.size(), "table"))
    return nullptr;
  S.Context.ReadTables.insert(Table);
  return &S.M.Tables[Table].Type;
}

/// The same of a table that is written to.
static const TableType *writtenTable(FuncState &S, uint32_t Table) {
  if (!S.checkIndex(Table, S.M.Tables.size(), "table"))
    return nullptr;
  S.Context.WrittenTables.insert(Table);
  return &S.M.Tables[Table].Type;
}

/// A memory's type; null, and a problem, if there is no such memory.
static const MemoryType *memoryType(FuncState &S, uint32_t Memory) {
  return S.checkIndex(Memory, S.M.Memories.size(), "memory") ? &S.M.Memories[Memory].Type : nullptr;
}

/// The type of a count that fits both of two address types.
static ValType narrower(ValType A, ValType B) { return A.kind() == ValType::I32 ? A : B; }

static void checkTableGet(FuncState &S, const Instruction &I) {
  const TableType *Type = readTable(S, I.Index);
  if (!Type)
    return;
  S.Stack.pop(Type->Address);
  S.Stack.push(Type->Element);
}

static void checkTableSet(FuncState &S, const Instruction &I) {
  if (const TableType *Type = writtenTable(S, I.Index))
    S.Stack.pop({Type->Address, Type->Element});
}

static void checkTableGrow(FuncState &S, const Instruction &I) {
  const TableType *Type = writtenTable(S, I.Index);
  if (!Type)
    return;
  S.Stack.pop({Type->Element, Type->Address});
  S.Stack.push(Type->Address);
}

static void checkTableSize(FuncState &S, const Instruction &I) {
  if (const TableType *Type = readTable(S, I.Index))
    S.Stack.push(Type->Address);
}

static void checkTableFill(FuncState &S, const Instruction &I) {
  if (const TableType *Type = writtenTable(S, I.Index))
    S.Stack.pop({Type->Address, Type->Element, Type->Address});
}

/// Checks that elements of type From may go into a table of type To.
static void checkElementTypes(FuncState &S, const Instruction &I, ValType From, ValType To) {
  if (!matches(S.M, From, To))
    S.fail("type mismatch in " + I.Info->Text + ": a table of " + To.str() +
           " cannot take elements of type " + From.str());
}

static void checkTableCopy(FuncState &S, const Instruction &I) {
  const TableType *To = writtenTable(S, I.Index);
  const TableType *From = readTable(S, I.Index2);
  if (!To || !From)
    return;
  checkElementTypes(S, I, From->Element, To->Element);
  S.Stack.pop({To->Address, From->Address, narrower(To->Address, From->Address)});
}

static bool checkElementSegment(FuncState &S, uint32_t Segment) {
  return S.checkIndex(Segment, S.M.Elements.size(), "element segment");
}

static void checkTableInit(FuncState &S, const Instruction &I) {
  const TableType *To = writtenTable(S, I.Index2);
  if (!To || !checkElementSegment(S, I.Index))
    return;
  checkElementTypes(S, I, S.M.Elements[I.Index].Type, To->Element);
  S.Stack.pop({To->Address, ValType::I32, ValType::I32});
}

static void checkElemDrop(FuncState &S, const Instruction &I) { checkElementSegment(S, I.Index); }

static void checkRefNull(FuncState &S, const Instruction &I) {
  if (S.checkType(I.Type))
    S.Stack.push(I.Type);
}

ValType popReference(FuncState &S, const Instruction &I) {
  const ValType Operand = S.Stack.pop();
  if (Operand.isBottom())
    return Operand;
  if (!Operand.isRef())
    S.fail("type mismatch in " + I.Info->Text + ": expected a reference, found " + Operand.str());
  return Operand.withNullable(false);
}

static void checkRefIsNull(FuncState &S, const Instruction &I) {
  popReference(S, I);
  S.Stack.push(ValType::I32);
}

static void checkRefAsNonNull(FuncState &S, const Instruction &I) {
  S.Stack.push(popReference(S, I));
}

static void checkRefFunc(FuncState &S, const Instruction &I) {
  if (!S.checkIndex(I.Index, S.M.Functions.size(), "function"))
    return;
  if (!S.Context.DeclaredFunctions.test(I.Index))
    return S.fail("undeclared function reference: function " + Twine(I.Index) +
                  " is in no element segment, export or initializer");
  S.Stack.push(S.M.typeOfReference(I.Index));
}

static void checkMemorySize(FuncState &S, const Instruction &I) {
  if (const MemoryType *Type = memoryType(S, I.Index))
    S.Stack.push(Type->Address);
}

static void checkMemoryGrow(FuncState &S, const Instruction &I) {
  const MemoryType *Type = memoryType(S, I.Index);
  if (!Type)
    return;
  S.Stack.pop(Type->Address);
  S.Stack.push(Type->Address);
}

static void checkMemoryFill(FuncState &S, const Instruction &I) {
  if (const MemoryType *Type = memoryType(S, I.Index))
    S.Stack.pop({Type->Address, ValType::I32, Type->Address});
}

static void checkMemoryCopy(FuncState &S, const Instruction &I) {
  const MemoryType *To = memoryType(S, I.Index);
  const MemoryType *From = memoryType(S, I.Index2);
  if (To && From)
    S.Stack.pop({To->Address, From->Address, narrower(To->Address, From->Address)});
}

static bool checkDataSegment(FuncState &S, const Instruction &I) {
  if (S.M.DataCount)
    return S.checkIndex(I.Index, *S.M.DataCount, "data segment");
  S.fail(I.Info->Text + " requires a data count section");
  return false;
}

static void checkMemoryInit(FuncState &S, const Instruction &I) {
  const MemoryType *To = memoryType(S, I.Index2);
  if (To && checkDataSegment(S, I))
    S.Stack.pop({To->Address, ValType::I32, ValType::I32});
}

static void checkDataDrop(FuncState &S, const Instruction &I) { checkDataSegment(S, I); }

void checkParametric(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_PARAMETRIC(NAME, ...)                                                               \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a parametric instruction");
  }
}

void checkVariable(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_VARIABLE(NAME, ...)                                                                 \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a variable instruction");
  }
}

void checkTable(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_TABLE(NAME, ...)                                                                    \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a table instruction");
  }
}

void checkReference(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_REFERENCE(NAME, ...)                                                                \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a reference instruction");
  }
}

void checkMemory(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_MEMORY(NAME, ...)                                                                   \
  case Opcode::NAME:                                                                               \
    return check##NAME(S, I);
#include "Wasm/Opcodes.def"
  default:
    llvm_unreachable("not a memory instruction");
  }
}

} // namespace w2n
