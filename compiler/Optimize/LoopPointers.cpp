//===- LoopPointers.cpp - Pointers that advance with a loop ----------------===//

#include "Optimize/LoopPointers.h"

#include "llvm/IR/IRBuilder.h"

using namespace llvm;

namespace w2n {

Value *LoopPointers::first(Value *Base, Value *Start) const {
  IRBuilder<> Builder(L.getLoopPreheader()->getTerminator());
  Value *Address = Builder.CreateAdd(Builder.CreatePtrToInt(Base, Builder.getInt64Ty()), Start);
  return Builder.CreateIntToPtr(Address, Builder.getPtrTy());
}

Value *LoopPointers::advanced(int64_t Step) {
  Value *&Known = Advanced[Step];
  if (Known)
    return Known;
  IRBuilder<> Builder(&L.getHeader()->front());
  PHINode *Sum = Builder.CreatePHI(Builder.getInt64Ty(), 2);
  Builder.SetInsertPoint(L.getLoopLatch()->getTerminator());
  Value *Next = Builder.CreateAdd(Sum, Builder.getInt64(Step), "", /*HasNUW=*/Step > 0,
                                  /*HasNSW=*/true);
  Sum->addIncoming(Builder.getInt64(0), L.getLoopPreheader());
  Sum->addIncoming(Next, L.getLoopLatch());
  return Known = Sum;
}

void LoopPointers::use(const LinearAccess &Access, Value *First, int64_t Step, uint64_t Distance) {
  IRBuilder<> Builder(Access.Access);
  const GEPNoWrapFlags Flags = GEPNoWrapFlags::noUnsignedSignedWrap();
  Value *Pointer = Builder.CreatePtrAdd(First, advanced(Step), "", Flags);
  setPointer(Access, Builder.CreatePtrAdd(Pointer, Builder.getInt64(Distance + Access.Offset), "",
                                          Flags | GEPNoWrapFlags::noUnsignedWrap()));
}

} // namespace w2n
