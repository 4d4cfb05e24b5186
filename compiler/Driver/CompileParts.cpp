//===- CompileParts.cpp - From a module to objects, in parallel ------------===//

#include "Driver/CompileParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/StringExtras.h"
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

/// What a part has become.
struct CompiledPart {
  /// By heat, where there is more than one.
  std::vector<ObjectBytes> Objects;
  ProfileMatch Match;
  StageTimes Times;
};

CompiledPart compilePart(const LoweringPlan &Plan, size_t Part, const TargetSpec &Target,
                         const LowerOptions &Lower, CodegenOptions Codegen) {
  CompiledPart Result;
  const auto Started = StageClock::Clock::now();
  const std::unique_ptr<TargetMachine> Machine = cantFail(createTargetMachine(Target, Codegen));
  LLVMContext Context;
  llvm::Module M("part", Context);
  M.setTargetTriple(Machine->getTargetTriple());
  M.setDataLayout(Machine->createDataLayout());
  lower(Plan, Part, Target, Lower, M);
  guardSemantics(M);

  const auto Lowered = StageClock::Clock::now();
  Result.Match = profileModule(M, *Machine, Codegen);
  optimizeModule(M, *Machine, Codegen);
  finishLowering(M, Lower.DynamicLibrary, Plan.functionTable(Part), Plan.functionTable(Part + 1));

  const auto Optimized = StageClock::Clock::now();
  Codegen.LocalPrefix += utostr(Part) + ".";
  Result.Objects = emitObjectsByHeat(M, *Machine, Codegen);
  Result.Times = {Lowered - Started, Optimized - Lowered, StageClock::Clock::now() - Optimized};
  return Result;
}

} // namespace

std::vector<ObjectBytes> compileParts(const LoweringPlan &Plan, const TargetSpec &Target,
                                      const LowerOptions &Lower, const CodegenOptions &Codegen,
                                      StageClock &Clock, ProfileMatch &Match) {
  std::vector<CompiledPart> Parts(Plan.size());
  DefaultThreadPool Pool(hardware_concurrency(std::min<size_t>(Codegen.Threads, Plan.size())));
  for (const size_t Part : partsBySize(Plan))
    Pool.async([&, Part] { Parts[Part] = compilePart(Plan, Part, Target, Lower, Codegen); });
  Pool.wait();
  size_t MostObjects = 0;
  for (const CompiledPart &Part : Parts) {
    for (const auto [Stage, Time] : enumerate(Part.Times))
      Clock.addInside(StageNames[Stage], Time);
    Match.add(Part.Match);
    MostObjects = std::max(MostObjects, Part.Objects.size());
  }
  // What is hot comes first, of all parts.
  std::vector<ObjectBytes> Objects;
  for (const size_t Heat : seq(MostObjects))
    for (CompiledPart &Part : Parts)
      if (Heat < Part.Objects.size())
        Objects.push_back(std::move(Part.Objects[Heat]));
  return Objects;
}

} // namespace w2n
