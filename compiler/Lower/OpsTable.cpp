//===- OpsTable.cpp - Tables and references --------------------------------===//

#include "Lower/FuncLowering.h"

using namespace llvm;

namespace w2n {

namespace {

LoadInst *loadField(FuncLowering &L, Value *Table, abi::table_field Field) {
  LoadInst *Load = L.Builder.CreateLoad(L.Lowering.Abi.fieldType(Field),
                                        L.Lowering.Abi.field(L.Builder, Table, Field));
  return AliasTags::tag(Load, L.Lowering.Tags.InstanceState);
}

} // namespace

Value *tableElement(FuncLowering &L, uint32_t Table, Value *Index, Trap OutOfBounds) {
  Value *Record = L.table(Table);
  Value *Wide = L.widen(Index);
  L.Traps.trapIf(L.Builder,
                 L.Builder.CreateICmpUGE(Wide, loadField(L, Record, abi::table_field::size)),
                 OutOfBounds);
  return L.Builder.CreateGEP(L.Lowering.pointer(), loadField(L, Record, abi::table_field::elements),
                             Wide);
}

void lowerTable(FuncLowering &L, const Instruction &I) {
  IRBuilder<> &B = L.Builder;
  const auto AddressType = [&] { return L.Lowering.type(L.Wasm.Tables[I.Index].Type.Address); };
  switch (I.Op) {
  case Opcode::TableGet: {
    Value *Element = tableElement(L, I.Index, L.pop(), Trap::TABLE_OUT_OF_BOUNDS);
    return L.push(
        AliasTags::tag(B.CreateLoad(L.Lowering.pointer(), Element), L.Lowering.Tags.TableElement));
  }
  case Opcode::TableSet: {
    Value *Reference = L.pop();
    Value *Element = tableElement(L, I.Index, L.pop(), Trap::TABLE_OUT_OF_BOUNDS);
    AliasTags::tag(B.CreateStore(Reference, Element, L.Lowering.Options.PreciseTraps),
                   L.Lowering.Tags.TableElement);
    return;
  }
  case Opcode::TableSize:
    return L.push(
        B.CreateTrunc(loadField(L, L.table(I.Index), abi::table_field::size), AddressType()));
  case Opcode::TableGrow: {
    const auto Operands = L.popMany(2);
    Value *Before =
        L.call(Builtin::table_grow, {L.table(I.Index), L.widen(Operands[1]), Operands[0]});
    return L.push(B.CreateTrunc(Before, AddressType()));
  }
  case Opcode::TableFill: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::table_fill,
           {L.table(I.Index), L.widen(Operands[0]), Operands[1], L.widen(Operands[2])});
    return;
  }
  case Opcode::TableCopy: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::table_copy, {L.table(I.Index), L.table(I.Index2), L.widen(Operands[0]),
                                 L.widen(Operands[1]), L.widen(Operands[2])});
    return;
  }
  case Opcode::TableInit: {
    const auto Operands = L.popMany(3);
    L.call(Builtin::table_init, {L.table(I.Index2), L.env().elements(B, L.Instance, I.Index),
                                 L.widen(Operands[0]), L.widen(Operands[1]), L.widen(Operands[2])});
    return;
  }
  case Opcode::ElemDrop: {
    Value *Segment = L.env().elements(B, L.Instance, I.Index);
    Value *Size = L.Lowering.Abi.field(B, Segment, abi::elements_field::size);
    AliasTags::tag(B.CreateStore(B.getInt64(0), Size, L.Lowering.Options.PreciseTraps),
                   L.Lowering.Tags.InstanceState);
    return;
  }
  default:
    llvm_unreachable("not a table instruction");
  }
}

void lowerReference(FuncLowering &L, const Instruction &I) {
  switch (I.Op) {
  case Opcode::RefNull:
    return L.push(Constant::getNullValue(L.Lowering.pointer()));
  case Opcode::RefIsNull:
    return L.push(L.Builder.CreateZExt(L.Builder.CreateIsNull(L.pop()), L.Builder.getInt32Ty()));
  case Opcode::RefAsNonNull:
    L.Traps.trapIf(L.Builder, L.Builder.CreateIsNull(L.top()), Trap::NULL_REFERENCE);
    return;
  case Opcode::RefFunc:
    return L.push(L.env().functionReference(L.Builder, L.Instance, I.Index));
  default:
    llvm_unreachable("not a reference instruction");
  }
}

} // namespace w2n
