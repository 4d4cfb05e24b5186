//===- main.cpp - w2n-audit: audits images from disk -----------------------===//

#include "CommandLine.h"

#include "Common/Tool.h"
#include "Image/Audit.h"
#include "Image/ReleasePolicy.h"
#include "Support/Diagnostics.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace w2n;

/// Reports a file that could not be audited (Place: the file, if its contents are at fault),
/// and adds the reason to JSON.
static void fail(StringRef Place, const std::string &Name, Error Problem, Diagnostics &Diags,
                 json::Array &JSON) {
  std::string Message;
  Problem = handleErrors(std::move(Problem), [&](std::unique_ptr<ErrorInfoBase> Info) -> Error {
    Message = Info->message();
    return Error(std::move(Info));
  });
  Diags.error(Place, std::move(Problem));
  JSON.push_back(
      json::Object{{"file", Name}, {"passed", false}, {"error", json::fixUTF8(Message)}});
}

/// Audits one file, adds what was found to JSON, and prints it unless JSON is printed.
/// False if a check failed or the file could not be audited.
static bool auditFile(const std::string &File, const AuditOptions &Options,
                      const ReleasePolicy &Required, Diagnostics &Diags, json::Array &JSON) {
  const std::string Name = json::fixUTF8(File);
  auto Buffer = readFile(File);
  if (!Buffer) {
    fail("", Name, Buffer.takeError(), Diags, JSON);
    return false;
  }
  AuditPolicy Policy = Options.Policy;
  Policy.Path = File;
  auto Reports = audit(arrayRefFromStringRef((*Buffer)->getBuffer()), Policy);
  if (!Reports) {
    fail(File, Name, Reports.takeError(), Diags, JSON);
    return false;
  }
  const size_t Size = (*Buffer)->getBufferSize();
  const std::vector<AuditCheck> Checks = checkReleasePolicy(Required, Size, *Reports);
  const bool Passed =
      all_of(*Reports, [](const AuditReport &R) { return R.passed(); }) &&
      none_of(Checks, [](const AuditCheck &Check) { return Check.Result == Verdict::Fail; });
  JSON.push_back(json::Object{{"file", Name},
                              {"passed", Passed},
                              {"size", Size},
                              {"checks", checksToJSON(Checks)},
                              {"images", auditToJSON(*Reports)}});
  if (!Options.JSON) {
    outs() << File << ":\n";
    printAudit(*Reports, outs());
    if (!Checks.empty())
      outs() << "the file:\n";
    printChecks(Checks, outs());
  }
  return Passed;
}

/// The policy of the command line; one that requires nothing where there is none.
static std::optional<ReleasePolicy> readPolicy(const AuditOptions &Options, Diagnostics &Diags) {
  if (Options.PolicyFile.empty())
    return ReleasePolicy();
  auto Buffer = readFile(Options.PolicyFile);
  if (!Buffer) {
    Diags.error("", Buffer.takeError());
    return std::nullopt;
  }
  auto Policy = parseReleasePolicy((*Buffer)->getBuffer());
  if (Policy)
    return std::move(*Policy);
  Diags.error(Options.PolicyFile, Policy.takeError());
  return std::nullopt;
}

int main(int ArgumentCount, char **Arguments) {
  Diagnostics Diags(errs(), "w2n-audit");
  const auto Options = parseCommandLine(ArgumentCount, Arguments, Diags);
  if (!Options)
    return finish(Diags);
  const auto Required = readPolicy(*Options, Diags);
  if (!Required)
    return finish(Diags);

  bool AllPassed = true;
  json::Array JSON;
  for (const std::string &File : Options->Files)
    AllPassed &= auditFile(File, *Options, *Required, Diags, JSON);
  if (Options->JSON)
    outs() << formatv("{0:2}", json::Value(std::move(JSON))) << '\n';
  return std::max(finish(Diags), AllPassed ? 0 : 1);
}
