//===- AddressProof.cpp - What an access of linear memory proves -----------===//

#include "Optimize/AddressProof.h"

#include "llvm/IR/Constants.h"

using namespace llvm;

namespace w2n {

static constexpr const char *FlagName = "wasm2native.address-proof";

void setAddressProof(Module &M, AddressProof Proof) {
  // Of modules linked together what holds for all.
  M.addModuleFlag(Module::Min, FlagName, static_cast<uint32_t>(Proof));
}

AddressProof addressProof(const Module &M) {
  const auto *Flag = mdconst::extract_or_null<ConstantInt>(M.getModuleFlag(FlagName));
  return Flag ? static_cast<AddressProof>(Flag->getZExtValue()) : AddressProof::None;
}

} // namespace w2n
