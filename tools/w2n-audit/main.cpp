//===- main.cpp - w2n-audit: audits images from disk -----------------------===//

#include "CommandLine.h"

#include "Image/Audit.h"
#include "Support/Diagnostics.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace w2n;

static Expected<std::vector<AuditReport>> auditFile(const std::string &File,
                                                    const AuditPolicy &Policy) {
  auto Buffer = readFile(File);
  if (!Buffer)
    return Buffer.takeError();
  return audit(arrayRefFromStringRef((*Buffer)->getBuffer()), Policy);
}

int main(int ArgumentCount, char **Arguments) {
  int ExitCode = 0;
  const auto Options = parseCommandLine(ArgumentCount, Arguments, ExitCode);
  if (!Options)
    return ExitCode;

  Diagnostics Diags(errs(), "w2n-audit");
  json::Array Files;
  for (const std::string &File : Options->Files) {
    auto Reports = auditFile(File, Options->Policy);
    if (!Reports) {
      Diags.error(File, Reports.takeError());
      Files.push_back(json::Object{{"file", json::fixUTF8(File)}, {"passed", false}});
      continue;
    }
    const bool Passed = all_of(*Reports, [](const AuditReport &R) { return R.passed(); });
    if (!Passed)
      ExitCode = 1;
    if (Options->JSON) {
      Files.push_back(json::Object{
          {"file", json::fixUTF8(File)}, {"passed", Passed}, {"images", auditToJSON(*Reports)}});
      continue;
    }
    outs() << File << ":\n";
    printAudit(*Reports, outs());
  }
  if (Options->JSON)
    outs() << formatv("{0:2}", json::Value(std::move(Files))) << '\n';
  return Diags.exitCode() != 0 ? Diags.exitCode() : ExitCode;
}
