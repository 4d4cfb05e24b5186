//===- ReleasePolicy.cpp - Whether an audit found what it has to -----------===//

#include "Image/ReleasePolicy.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace w2n {

namespace {

/// The outcome of one requirement: its violations, or what was found.
class Requirement {
public:
  Requirement(StringRef Key, std::vector<AuditCheck> &Checks)
      : Name(("policy-" + Key).str()), Checks(Checks), Before(Checks.size()) {}

  void violation(const Twine &Detail) { Checks.push_back({Name, Verdict::Fail, Detail.str()}); }
  /// To be called last.
  void end(const Twine &DetailIfNone) {
    if (Checks.size() == Before)
      Checks.push_back({Name, Verdict::Pass, DetailIfNone.str()});
  }

private:
  const std::string Name;
  std::vector<AuditCheck> &Checks;
  const size_t Before;
};

} // namespace

static bool matches(StringRef Text, StringRef Pattern) {
  return cantFail(GlobPattern::create(Pattern)).match(Text);
}

static bool matchesAny(StringRef Text, const PatternList &Patterns) {
  return any_of(Patterns, [&](StringRef Pattern) { return matches(Text, Pattern); });
}

static void requireChecks(const ReleasePolicy &Policy, AuditReport &Report) {
  if (Policy.Checks.empty())
    return;
  // Those that are added here are not asked for.
  const std::vector<AuditCheck> Found = Report.Checks;
  Requirement Rule("checks", Report.Checks);
  for (const std::string &Name : Policy.Checks) {
    const auto Check =
        find_if(Found, [&](const AuditCheck &Candidate) { return Candidate.Name == Name; });
    if (Check == Found.end())
      Rule.violation(Name + " is no check of " + Report.Format + " images");
    else if (Check->Result != Verdict::Pass)
      Rule.violation(Name + " is '" + verdictName(Check->Result) + "', not 'pass'");
  }
  Rule.end("all that are required passed");
}

static void requireSigner(const ReleasePolicy &Policy, AuditReport &Report) {
  const std::optional<SignatureFacts> &Facts = Report.Facts.Signature;
  constexpr StringRef NotSigned = "there is no valid signature";
  if (Policy.Team) {
    Requirement Rule("team", Report.Checks);
    if (!Facts)
      Rule.violation(NotSigned);
    else if (Facts->Team != *Policy.Team)
      Rule.violation("the team is '" + Facts->Team + "', not '" + *Policy.Team + "'");
    Rule.end(*Policy.Team);
  }
  if (Policy.Identifier) {
    Requirement Rule("identifier", Report.Checks);
    if (!Facts)
      Rule.violation(NotSigned);
    else if (!matches(Facts->Identifier, *Policy.Identifier))
      Rule.violation("the identifier is '" + Facts->Identifier + "', not '" + *Policy.Identifier +
                     "'");
    Rule.end(Facts ? Facts->Identifier : "");
  }
  if (Policy.Entitlements) {
    Requirement Rule("entitlements", Report.Checks);
    if (Facts && !Facts->EntitlementsReadable)
      Rule.violation("the entitlements cannot all be read");
    if (Facts)
      for (const auto &[Name, Value] : Facts->Entitlements)
        if (Value.getAsBoolean() != false && !matchesAny(Name, *Policy.Entitlements))
          Rule.violation(Name.str() + " is not allowed");
    if (!Facts)
      Rule.violation(NotSigned);
    Rule.end("none but those allowed");
  }
}

static void requireSystem(const ReleasePolicy &Policy, AuditReport &Report) {
  const ImageFacts &Facts = Report.Facts;
  if (Policy.MinimumOS) {
    Requirement Rule("minimum-os", Report.Checks);
    if (Facts.MinimumOS.empty())
      Rule.violation("the image does not say for which systems it is");
    else if (Facts.MinimumOS > *Policy.MinimumOS)
      Rule.violation("the image needs " + Facts.Platform + " " + Facts.MinimumOS.getAsString() +
                     ", later than " + Policy.MinimumOS->getAsString());
    Rule.end(Facts.MinimumOS.getAsString() + " or later");
  }
  if (Policy.Imports) {
    Requirement Rule("imports", Report.Checks);
    for (const std::string &Import : Facts.Imports)
      if (!matchesAny(Import, *Policy.Imports))
        Rule.violation(Import + " is not allowed");
    Rule.end(Twine(Facts.Imports.size()) + " imported");
  }
}

static void requireCapabilities(const ReleasePolicy &Policy, AuditReport &Report) {
  if (!Policy.Capabilities)
    return;
  Requirement Rule("capabilities", Report.Checks);
  if (!Report.Capabilities) {
    Rule.violation("the image has no list of capabilities");
    return;
  }
  for (const SealedCapability &Capability : *Report.Capabilities) {
    const auto Allowed = Policy.Capabilities->find(Capability.Name.str());
    if (Capability.IsDenial)
      continue;
    if (Allowed == Policy.Capabilities->end())
      Rule.violation(Capability.Name +
                     (Capability.Values.empty() ? "" : " '" + Capability.Values[0] + "'") +
                     " is not allowed");
    else if (!Capability.Values.empty() && !matchesAny(Capability.Values[0], Allowed->second))
      Rule.violation(Capability.Name + " '" + Capability.Values[0] + "' is not allowed");
  }
  Rule.end("none but those allowed");
}

static void requireModules(const ReleasePolicy &Policy, AuditReport &Report) {
  const std::vector<ModuleOrigin> &Origins = Report.Facts.Origins;
  if (Policy.Modules) {
    Requirement Rule("modules", Report.Checks);
    for (const ModuleOrigin &Origin : Origins)
      if (!is_contained(*Policy.Modules, Origin.ModuleHash))
        Rule.violation("a module with the SHA-256 " + Origin.ModuleHash + " is in the image");
    for (const std::string &Hash : *Policy.Modules)
      if (none_of(Origins, [&](const ModuleOrigin &Origin) { return Origin.ModuleHash == Hash; }))
        Rule.violation("no module with the SHA-256 " + Hash + " is in the image");
    Rule.end("those required, and no others");
  }
  const auto RequireEach = [&](StringRef Key, auto IsRight, const Twine &What) {
    Requirement Rule(Key, Report.Checks);
    if (Origins.empty())
      Rule.violation("the image names no module");
    for (const ModuleOrigin &Origin : Origins)
      if (!IsRight(Origin))
        Rule.violation("module " + Origin.ModuleHash + " has not " + What);
    Rule.end(What);
  };
  if (Policy.Bounds)
    RequireEach(
        "bounds", [&](const ModuleOrigin &Origin) { return Origin.bounds() == *Policy.Bounds; },
        "the bounds mode '" + *Policy.Bounds + "'");
  if (Policy.Producer)
    RequireEach(
        "producer",
        [&](const ModuleOrigin &Origin) { return matches(Origin.Producer, *Policy.Producer); },
        "the producer '" + *Policy.Producer + "'");
}

std::vector<AuditCheck> checkReleasePolicy(const ReleasePolicy &Policy, uint64_t FileSize,
                                           MutableArrayRef<AuditReport> Reports) {
  for (AuditReport &Report : Reports) {
    requireChecks(Policy, Report);
    requireSigner(Policy, Report);
    requireSystem(Policy, Report);
    requireCapabilities(Policy, Report);
    requireModules(Policy, Report);
  }
  std::vector<AuditCheck> Checks;
  if (!Policy.Architectures.empty()) {
    Requirement Rule("architectures", Checks);
    for (const std::string &Architecture : Policy.Architectures)
      if (none_of(Reports, [&](const AuditReport &Report) {
            return Report.Facts.Architecture == Architecture;
          }))
        Rule.violation("there is no image for " + Architecture);
    Rule.end("all that are required are there");
  }
  if (Policy.MaximumSize) {
    Requirement Rule("maximum-size", Checks);
    if (FileSize > *Policy.MaximumSize)
      Rule.violation("the file has " + Twine(FileSize) + " bytes, more than " +
                     Twine(*Policy.MaximumSize));
    Rule.end(Twine(FileSize) + " bytes");
  }
  return Checks;
}

} // namespace w2n
