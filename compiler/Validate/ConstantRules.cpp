//===- ConstantRules.cpp - Validation of constant expressions --------------===//
//
// Core spec, 3.4.10.
//
//===----------------------------------------------------------------------===//

#include "Decode/OpReader.h"
#include "Support/Error.h"
#include "Validate/Rules.h"
#include "Wasm/Matching.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace w2n {

namespace {
/// The validation of one constant expression.
struct ConstantState {
  ModuleContext &Context;
  SmallVector<ValType, 4> Operands;
  std::string Problem;

  void fail(const Twine &Message) { Problem = Message.str(); }
  void requireFeature(const Twine &What, Feature F) {
    if (!Context.Enabled.has(F))
      fail(missingFeature(What, F));
  }
};
} // namespace

static void checkGlobalGet(ConstantState &S, uint32_t Index) {
  const std::vector<Global> &Globals = S.Context.M.Globals;
  if (Index >= S.Context.ReadableGlobals)
    return S.fail("unknown global " + Twine(Index));
  if (Globals[Index].Type.Mutable)
    return S.fail("constant expression required: global " + Twine(Index) + " is mutable");
  if (!Globals[Index].Import)
    S.requireFeature("a constant expression that reads global " + Twine(Index) + " of this module",
                     Feature::ExtendedConst);
  S.Operands.push_back(Globals[Index].Type.Type);
}

static void checkRefFunc(ConstantState &S, uint32_t Index) {
  if (Index >= S.Context.M.Functions.size())
    return S.fail("unknown function " + Twine(Index));
  S.Context.DeclaredFunctions.set(Index);
  S.Operands.push_back(S.Context.M.typeOfReference(Index));
}

static void checkArithmetic(ConstantState &S, const Instruction &I) {
  S.requireFeature(I.Info->Text + " in a constant expression", Feature::ExtendedConst);
  const auto [Operands, Results] = I.Info->Signature.split(':');
  for (const char Letter : reverse(Operands)) {
    const ValType Expected = typeOfLetter(Letter);
    if (S.Operands.empty() || S.Operands.back() != Expected)
      return S.fail("type mismatch in " + I.Info->Text + ": expected " + Expected.str() +
                    ", found " + (S.Operands.empty() ? "nothing" : S.Operands.back().str()));
    S.Operands.pop_back();
  }
  S.Operands.push_back(typeOfLetter(Results.front()));
}

static void checkConstantInstruction(ConstantState &S, const Instruction &I) {
  switch (I.Op) {
#define W2N_OP_CONST(NAME, ...) case Opcode::NAME:
#include "Wasm/Opcodes.def"
    return S.Operands.push_back(typeOfLetter(I.Info->Signature.back()));
  case Opcode::RefNull:
    S.fail(problemOfType(I.Type, S.Context.M.Types.size()));
    return S.Operands.push_back(I.Type);
  case Opcode::RefFunc:
    return checkRefFunc(S, I.Index);
  case Opcode::GlobalGet:
    return checkGlobalGet(S, I.Index);
  case Opcode::I32Add:
  case Opcode::I32Sub:
  case Opcode::I32Mul:
  case Opcode::I64Add:
  case Opcode::I64Sub:
  case Opcode::I64Mul:
    return checkArithmetic(S, I);
  default:
    return S.fail("constant expression required: " + I.Info->Text + " is not constant");
  }
}

/// Checks what the whole expression leaves.
static void checkResult(ConstantState &S, ValType Expected) {
  if (S.Operands.empty())
    S.fail("type mismatch in a constant expression: expected " + Expected.str() +
           ", found nothing");
  else if (!matches(S.Context.M, S.Operands.back(), Expected))
    S.fail("type mismatch in a constant expression: expected " + Expected.str() + ", found " +
           S.Operands.back().str());
  else if (S.Operands.size() > 1)
    S.fail("type mismatch in a constant expression: expected one value, found " +
           Twine(S.Operands.size()));
}

Error validateConstant(ModuleContext &C, const ByteRange &Range, ValType Expected) {
  ConstantState S{C, {}, {}};
  OpReader Ops(C.M.bytes(Range), Range.Offset, C.Enabled);
  for (Instruction I; Ops.next(I);) {
    if (I.Op == Opcode::End)
      checkResult(S, Expected);
    else
      checkConstantInstruction(S, I);
    if (!S.Problem.empty())
      return inputErrorAt(I.Offset, S.Problem);
  }
  return Ops.takeError();
}

} // namespace w2n
