//===- FunctionOrder.cpp - Functions in the order of a profile -------------===//
//
// All compiled code is in one section of an object, in the order of its functions. The notes are
// LLVM's prefixes of sections, which mean nothing where a section is named.
//
//===----------------------------------------------------------------------===//

#include "Codegen/FunctionOrder.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/BlockFrequencyInfo.h"
#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/IR/Module.h"

#include <tuple>

using namespace llvm;

namespace w2n {

static constexpr StringLiteral HotPrefix = "hot";
static constexpr StringLiteral ColdPrefix = "unlikely";

Heat heatOf(const Function &F) {
  const StringRef Prefix = F.getSectionPrefix().value_or("");
  if (Prefix == HotPrefix)
    return Heat::Hot;
  return Prefix == ColdPrefix ? Heat::Cold : Heat::Warm;
}

PreservedAnalyses FunctionOrderPass::run(Module &M, ModuleAnalysisManager &Analyses) {
  const auto &Profile = Analyses.getResult<ProfileSummaryAnalysis>(M);
  if (!Profile.hasProfileSummary())
    return PreservedAnalyses::all();
  auto &Functions = Analyses.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();

  using Place = std::tuple<Heat, uint64_t, size_t>;
  std::vector<std::pair<Place, Function *>> Order;
  for (Function &F : M) {
    uint64_t Count = 0;
    if (!F.isDeclaration() && F.getEntryCount()) {
      auto &Frequencies = Functions.getResult<BlockFrequencyAnalysis>(F);
      for (const BasicBlock &Block : F)
        Count = std::max(Count, Frequencies.getBlockProfileCount(&Block).value_or(0));
      if (Profile.isFunctionHotInCallGraph(&F, Frequencies))
        F.setSectionPrefix(HotPrefix);
      else if (Count == 0)
        F.setSectionPrefix(ColdPrefix);
    }
    Order.push_back({{heatOf(F), UINT64_MAX - Count, Order.size()}, &F});
  }
  sort(Order);
  for (const auto &[Place, F] : Order) {
    F->removeFromParent();
    M.getFunctionList().push_back(F);
  }
  return PreservedAnalyses::all();
}

} // namespace w2n
