//===- VectorRules.cpp - Validation of lanes -------------------------------===//
//
// Core spec, 3.4.10 and 3.4.12: what a vector instruction's signature does not say.
//
//===----------------------------------------------------------------------===//

#include "Validate/FuncState.h"
#include "Wasm/VectorShape.h"

using namespace llvm;

namespace w2n {

static void checkLane(FuncState &S, const Instruction &I, uint32_t Lane, uint32_t Count) {
  if (Lane >= Count)
    S.fail("invalid lane index " + Twine(Lane) + " in " + I.Info->Text + ": there are " +
           Twine(Count) + " lanes");
}

void checkLanes(FuncState &S, const Instruction &I) {
  switch (I.Info->Immediate) {
  case ImmediateKind::Memory8Lane:
    return checkLane(S, I, I.Index, 16);
  case ImmediateKind::Memory16Lane:
    return checkLane(S, I, I.Index, 8);
  case ImmediateKind::Memory32Lane:
    return checkLane(S, I, I.Index, 4);
  case ImmediateKind::Memory64Lane:
    return checkLane(S, I, I.Index, 2);
  case ImmediateKind::Lane:
    return checkLane(S, I, I.Index, vectorShape(*I.Info).lanes());
  case ImmediateKind::Shuffle:
    for (const uint8_t Lane : I.Bytes)
      checkLane(S, I, Lane, 32);
    return;
  default:
    return;
  }
}

} // namespace w2n
