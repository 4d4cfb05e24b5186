//===- Campaign.cpp - Trying modules and counting what came out -------------===//

#include "Campaign.h"

#include "Compile.h"
#include "Decode/Decode.h"
#include "Support/Error.h"
#include "Wabt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/PrettyStackTrace.h"

using namespace llvm;

namespace w2n::fuzz {

static Expected<ValidModule> check(const Bytes &Module, const Features &Enabled) {
  auto M = decode(Module, Enabled);
  if (!M)
    return M.takeError();
  return validate(std::move(*M), Enabled);
}

bool isValid(const Bytes &Module) {
  return !errorToBool(check(Module, Features::supported()).takeError());
}

bool Campaign::fail(StringRef Name, const Twine &What) {
  ++Failures;
  OS << Name << ": " << What << '\n';
  return false;
}

/// What an error of ours says. Every error about a module is an InputError and has a
/// place inside it; Problem says so where one has not.
static std::string messageOf(Error E, size_t Size, std::string &Problem) {
  std::string Message;
  handleAllErrors(
      std::move(E),
      [&](const InputError &I) {
        Message = I.message();
        if (!I.place().Offset || *I.place().Offset > Size)
          Problem = "an error without a place in the module: " + Message;
      },
      [&](const ErrorInfoBase &I) { Problem = "an error of another kind: " + I.message(); });
  return Message;
}

bool Campaign::compare(const Bytes &Module, StringRef Name, bool IsValid) {
  std::string Ours;
  std::string Problem;
  if (auto M = check(Module, featuresOfWabt()); !M)
    Ours = messageOf(M.takeError(), Module.size(), Problem);
  else if (!IsValid)
    Problem = "valid, but not with more features";
  if (!Problem.empty())
    return fail(Name, Problem);

  const WabtOpinion Wabt = askWabt(Module);
  if (Wabt.Verdict == WabtVerdict::Crashed) {
    ++WabtCrashes;
    return true;
  }
  const bool WabtIsValid = Wabt.Verdict == WabtVerdict::Valid;
  if (WabtIsValid == Ours.empty()) {
    ++(WabtIsValid ? ValidForBoth : InvalidForBoth);
    return true;
  }
  const auto Row =
      WabtIsValid ? findDifference(Refuser::Us, Ours) : findDifference(Refuser::Wabt, Wabt.Message);
  if (!Row)
    return fail(Name, WabtIsValid ? "we refuse what wabt accepts: " + Twine(Ours)
                                  : "wabt refuses what we accept: " + Twine(Wabt.Message));
  ++Known[*Row];
  return true;
}

bool Campaign::compile(const ValidModule &Wasm, StringRef Name) {
  Configuration How;
  // Each kind of bounds for half of the modules.
  How.Bounds = Valid % 2 == 0 ? BoundsMode::Guard : BoundsMode::Explicit;
  for (const TargetSpec &Target : Targets)
    for (const OptimizationLevel Level : {OptimizationLevel::O0, OptimizationLevel::O2}) {
      How.Target = &Target;
      How.Level = Level;
      if (Error E = compileModule(Wasm, How))
        return fail(Name, Target.Name + ": " + toString(std::move(E)));
      ++Objects;
    }
  return true;
}

bool Campaign::run(const Bytes &Module, StringRef Name) {
  const PrettyStackTraceFormat Trace("Trying %s", Name.str().c_str());
  ++Modules;
  std::string Problem;
  auto Wasm = check(Module, Features::supported());
  const bool IsValid = static_cast<bool>(Wasm);
  if (!Wasm) {
    messageOf(Wasm.takeError(), Module.size(), Problem);
    if (!Problem.empty())
      return fail(Name, Problem);
  }
  Valid += IsValid;
  if (!compare(Module, Name, IsValid))
    return false;
  return !IsValid || compile(*Wasm, Name);
}

void Campaign::printSums() const {
  const auto Print = [&](uint64_t Count, const Twine &What) {
    OS << format_decimal(static_cast<int64_t>(Count), 10) << "  " << What << '\n';
  };
  Print(Modules, "modules");
  Print(ValidForBoth, "valid for both");
  Print(InvalidForBoth, "invalid for both");
  for (const auto &[Count, Row] : zip_equal(Known, differences()))
    if (Count)
      Print(Count, (Row.Who == Refuser::Wabt ? "refused by wabt: " : "refused by us: ") +
                       Row.Message + ": " + Row.Reason);
  Print(WabtCrashes, "that wabt crashes on");
  Print(Valid, "valid with all features");
  if (!Targets.empty())
    Print(Objects, "objects compiled of them");
  Print(Failures, "failures");
}

} // namespace w2n::fuzz
