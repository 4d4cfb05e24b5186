//===- main.cpp - w2n-audit: audits images from disk -----------------------===//

#include "CommandLine.h"

#include "Image/Audit.h"
#include "Support/Diagnostics.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace w2n;

/// Audits one file, adds what was found to JSON, and prints it unless JSON is printed.
/// False if a check failed or the file could not be audited.
static bool auditFile(const std::string &File, const AuditOptions &Options, Diagnostics &Diags,
                      json::Array &JSON) {
  const std::string Name = json::fixUTF8(File);
  auto Buffer = readFile(File);
  if (!Buffer) {
    Diags.error("", Buffer.takeError());
    JSON.push_back(json::Object{{"file", Name}, {"passed", false}});
    return false;
  }
  auto Reports = audit(arrayRefFromStringRef((*Buffer)->getBuffer()), Options.Policy);
  if (!Reports) {
    Diags.error(File, Reports.takeError());
    JSON.push_back(json::Object{{"file", Name}, {"passed", false}});
    return false;
  }
  const bool Passed = all_of(*Reports, [](const AuditReport &R) { return R.passed(); });
  JSON.push_back(
      json::Object{{"file", Name}, {"passed", Passed}, {"images", auditToJSON(*Reports)}});
  if (!Options.JSON) {
    outs() << File << ":\n";
    printAudit(*Reports, outs());
  }
  return Passed;
}

int main(int ArgumentCount, char **Arguments) {
  int ExitCode = 0;
  const auto Options = parseCommandLine(ArgumentCount, Arguments, ExitCode);
  if (!Options)
    return ExitCode;

  Diagnostics Diags(errs(), "w2n-audit");
  json::Array JSON;
  for (const std::string &File : Options->Files)
    if (!auditFile(File, *Options, Diags, JSON))
      ExitCode = 1;
  if (Options->JSON)
    outs() << formatv("{0:2}", json::Value(std::move(JSON))) << '\n';
  return std::max(Diags.exitCode(), ExitCode);
}
