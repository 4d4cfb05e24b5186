//===- AliasTags.cpp - What cannot alias what ------------------------------===//

#include "Lower/AliasTags.h"

#include "Optimize/AddressProof.h"

#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace w2n {

AliasTags::AliasTags(LLVMContext &Context) {
  MDBuilder Builder(Context);
  MDNode *Root = Builder.createTBAARoot("wasm2native");
  const auto Tag = [&](StringRef Name) {
    MDNode *Type = Builder.createTBAAScalarTypeNode(Name, Root);
    return Builder.createTBAAStructTagNode(Type, Type, 0);
  };
  LinearMemory = Tag(LinearMemoryTypeName);
  TableElement = Tag("table element");
  Global = Tag("global");
  InstanceState = Tag("instance state");
}

} // namespace w2n
