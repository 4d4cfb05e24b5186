//===- CompileParts.cpp - From a module to objects, in parallel ------------===//

#include "Driver/CompileParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/ThreadPool.h"

#include <array>
#include <numeric>
#include <tuple>

using namespace llvm;

namespace w2n {

namespace {

constexpr std::array<StringLiteral, 3> StageNames = {"lower", "optimize", "codegen"};
using StageTimes = std::array<StageClock::Duration, StageNames.size()>;

/// The parts, the largest first, so that no thread begins with a large one at the end.
std::vector<size_t> partsBySize(const LoweringPlan &Plan) {
  std::vector<size_t> Order(Plan.size());
  std::iota(Order.begin(), Order.end(), 0);
  const auto Bytes = [&](size_t Part) { return Plan.bytes(Plan.functions(Part)); };
  sort(Order, [&](size_t Left, size_t Right) {
    return std::tuple(Bytes(Right), Left) < std::tuple(Bytes(Left), Right);
  });
  return Order;
}

ObjectBytes compilePart(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
                        const LowerOptions &Lower, const CodegenOptions &Codegen,
                        StageTimes &Times) {
  const auto Started = StageClock::Clock::now();
  const std::unique_ptr<TargetMachine> Machine = cantFail(createTargetMachine(Target, Codegen));
  LLVMContext Context;
  llvm::Module M("part", Context);
  M.setTargetTriple(Machine->getTargetTriple());
  M.setDataLayout(Machine->createDataLayout());
  lower(Plan, Part, Target, Lower, M);
  guardSemantics(M);

  const auto Lowered = StageClock::Clock::now();
  optimizeModule(M, *Machine, Codegen);
  finishLowering(M, Lower.DynamicLibrary, Plan.functionTable(Part), Plan.functionTable(Part + 1));

  const auto Optimized = StageClock::Clock::now();
  ObjectBytes Object = emitObject(M, *Machine, Codegen);
  Times = {Lowered - Started, Optimized - Lowered, StageClock::Clock::now() - Optimized};
  return Object;
}

} // namespace

std::vector<ObjectBytes> compileParts(const LoweringPlan &Plan, const TargetSpec &Target,
                                      const LowerOptions &Lower, const CodegenOptions &Codegen,
                                      StageClock &Clock) {
  std::vector<ObjectBytes> Objects(Plan.size());
  std::vector<StageTimes> Times(Plan.size());
  DefaultThreadPool Pool(hardware_concurrency(std::min<size_t>(Codegen.Threads, Plan.size())));
  for (const size_t Part : partsBySize(Plan))
    Pool.async([&, Part] {
      Objects[Part] = compilePart(Plan, Part, Target, Lower, Codegen, Times[Part]);
    });
  Pool.wait();
  for (const size_t Stage : seq(StageNames.size()))
    for (const StageTimes &OfPart : Times)
      Clock.addInside(StageNames[Stage], OfPart[Stage]);
  return Objects;
}

} // namespace w2n
