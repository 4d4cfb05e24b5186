//===- FuncRules.cpp - Validation of function bodies -----------------------===//
//
// Core spec, 3.3 and 3.4.1. An instruction that has a signature in Opcodes.def is
// checked by it; the others by their families.
//
//===----------------------------------------------------------------------===//

#include "Support/Error.h"
#include "Validate/FuncState.h"
#include "Wasm/Limits.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

FuncState::FuncState(const ModuleContext &Context, const Function &F)
    : Context(Context), M(Context.M), Stack(Context.M) {
  const FuncType &Type = M.typeOf(F);
  Locals.assign(Type.Parameters.begin(), Type.Parameters.end());
  for (const LocalRun &Run : F.Locals)
    Locals.insert(Locals.end(), Run.Count, Run.Type);
  SetLocals.resize(Locals.size());
  for (const auto [Index, Local] : enumerate(Locals))
    if (Index < Type.Parameters.size() || Local.isDefaultable())
      SetLocals.set(Index);
  for (const LocalRun &Run : F.Locals)
    checkType(Run.Type);
}

void FuncState::setLocal(uint32_t Index) {
  if (SetLocals.test(Index))
    return;
  SetLocals.set(Index);
  SetOrder.push_back(Index);
}

void FuncState::forgetLocals() {
  while (SetOrder.size() > SetBefore.back()) {
    SetLocals.reset(SetOrder.back());
    SetOrder.pop_back();
  }
}

bool FuncState::checkType(ValType Type) {
  const std::string Found = problemOfType(Type, M.Types.size());
  if (!Found.empty())
    fail(Found);
  return Found.empty();
}

void FuncState::fail(const Twine &Message) {
  if (Problem.empty())
    Problem = Message.str();
}

bool FuncState::checkIndex(uint32_t Index, size_t Count, StringRef What) {
  if (Index < Count)
    return true;
  fail("unknown " + What + " " + Twine(Index));
  return false;
}

ValType FuncState::addressType(const Instruction &I) const {
  const uint32_t Index = I.Memory.Memory;
  return Index < M.Memories.size() ? M.Memories[Index].Type.Address : ValType::I32;
}

/// The natural alignment of a memory access as a power of two; nothing for other instructions.
static std::optional<uint32_t> naturalAlignmentLog2(ImmediateKind Kind) {
  switch (Kind) {
  case ImmediateKind::Memory8:
  case ImmediateKind::Memory8Lane:
    return 0;
  case ImmediateKind::Memory16:
  case ImmediateKind::Memory16Lane:
    return 1;
  case ImmediateKind::Memory32:
  case ImmediateKind::Memory32Lane:
    return 2;
  case ImmediateKind::Memory64:
  case ImmediateKind::Memory64Lane:
    return 3;
  case ImmediateKind::Memory128:
    return 4;
  default:
    return std::nullopt;
  }
}

static void checkMemoryArgument(FuncState &S, const Instruction &I, uint32_t Natural) {
  if (S.checkIndex(I.Memory.Memory, S.M.Memories.size(), "memory") &&
      I.Memory.Offset > UINT32_MAX && S.addressType(I).kind() == ValType::I32)
    S.fail("offset out of range: " + Twine(I.Memory.Offset) +
           " is beyond what 32-bit addresses reach");
  if (I.Memory.AlignmentLog2 > Natural)
    S.fail("alignment of " + I.Info->Text + " must not be larger than natural: 2^" +
           Twine(I.Memory.AlignmentLog2) + " is more than 2^" + Twine(Natural));
}

static void checkSignature(FuncState &S, const Instruction &I) {
  if (const std::optional<uint32_t> Natural = naturalAlignmentLog2(I.Info->Immediate))
    checkMemoryArgument(S, I, *Natural);
  checkLanes(S, I);
  const auto [Operands, Results] = I.Info->Signature.split(':');
  for (const char Letter : reverse(Operands))
    S.Stack.pop(Letter == 'a' ? S.addressType(I) : typeOfLetter(Letter));
  for (const char Letter : Results)
    S.Stack.push(typeOfLetter(Letter));
}

static void checkInstruction(FuncState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_CONTROL(NAME, ...)                                                                  \
  case Opcode::NAME:                                                                               \
    return checkControl(S, I);
#define W2N_OP_EXCEPTION(NAME, ...)                                                                \
  case Opcode::NAME:                                                                               \
    return checkException(S, I);
#define W2N_OP_PARAMETRIC(NAME, ...)                                                               \
  case Opcode::NAME:                                                                               \
    return checkParametric(S, I);
#define W2N_OP_VARIABLE(NAME, ...)                                                                 \
  case Opcode::NAME:                                                                               \
    return checkVariable(S, I);
#define W2N_OP_TABLE(NAME, ...)                                                                    \
  case Opcode::NAME:                                                                               \
    return checkTable(S, I);
#define W2N_OP_REFERENCE(NAME, ...)                                                                \
  case Opcode::NAME:                                                                               \
    return checkReference(S, I);
#define W2N_OP_MEMORY(NAME, ...)                                                                   \
  case Opcode::NAME:                                                                               \
    return checkMemory(S, I);
#define W2N_OP(NAME, CODE, TEXT, IMMEDIATE, SIGNATURE, FEATURE)                                    \
  case Opcode::NAME:                                                                               \
    static_assert(SIGNATURE[0] != '*', "this instruction needs rules of its own");                 \
    return checkSignature(S, I);
#include "Wasm/Opcodes.def"
  }
}

/// What is wrong after instruction I, or an empty string.
static std::string problemAfter(const FuncState &S, const Instruction &I) {
  if (!S.Problem.empty())
    return S.Problem;
  if (!S.Stack.mismatch().empty())
    return ("type mismatch in " + I.Info->Text + ": " + S.Stack.mismatch()).str();
  if (S.Stack.height() > MaxOperands)
    return "the operand stack exceeds the limit of " + std::to_string(MaxOperands) + " values";
  if (S.Stack.depth() > MaxNesting)
    return "blocks are nested deeper than the limit of " + std::to_string(MaxNesting);
  return {};
}

/// What is wrong with the end of a body whose instructions are valid up to Offset.
static Error checkEnd(const FuncState &S, const ByteRange &Body, uint64_t Offset) {
  if (!S.Stack.empty())
    return inputErrorAt(Offset, S.Stack.depth() == 1
                                    ? Twine("unexpected end: the function body has no final end")
                                    : "unexpected end: the block opened at 0x" +
                                          Twine::utohexstr(S.Stack.innermost().Offset) +
                                          " has no end");
  if (Offset != Body.Offset + Body.Size)
    return inputErrorAt(Offset, "instructions after the final end of the function body");
  return Error::success();
}

static Error checkBody(FuncState &S, const Function &F) {
  OpReader Ops(S.M.bytes(F.Body), F.Body.Offset, S.Context.Enabled);
  BlockType Whole;
  Whole.TypeIndex = F.TypeIndex;
  S.Stack.open(Opcode::Block, Whole, F.Body.Offset);
  S.SetBefore.push_back(0);
  if (!S.Problem.empty())
    return inputErrorAt(F.Body.Offset, S.Problem);
  for (Instruction I; !S.Stack.empty() && Ops.next(I);) {
    checkInstruction(S, I);
    const std::string Problem = problemAfter(S, I);
    if (!Problem.empty())
      return inputErrorAt(I.Offset, Problem);
  }
  if (Error E = Ops.takeError())
    return E;
  return checkEnd(S, F.Body, Ops.offset());
}

Error validateFunction(const ModuleContext &C, uint32_t Index) {
  const Function &F = C.M.Functions[Index];
  FuncState S(C, F);
  return handleErrors(checkBody(S, F), [&](std::unique_ptr<InputError> E) {
    E->place().Function = Index;
    E->place().FunctionName = F.Name.str();
    return Error(std::move(E));
  });
}

} // namespace w2n
