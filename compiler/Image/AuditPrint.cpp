//===- AuditPrint.cpp - The report of an audit, as text and as JSON --------===//

#include "Image/Audit.h"
#include "Image/CodeSignature.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

StringRef verdictName(Verdict V) {
  switch (V) {
  case Verdict::Pass:
    return "pass";
  case Verdict::Fail:
    return "fail";
  case Verdict::Warn:
    return "warn";
  case Verdict::NotApplicable:
    return "n/a";
  }
  llvm_unreachable("unknown verdict");
}

static void printCapabilities(const SealedCapabilities &Capabilities, raw_ostream &OS) {
  OS << "  capabilities:" << (Capabilities.empty() ? " none but the ordinary\n" : "\n");
  for (const SealedCapability &Capability : Capabilities) {
    OS << "    " << Capability.Name;
    ListSeparator Separator(" as");
    for (const std::string &Value : Capability.Values) {
      OS << StringRef(Separator) << " '";
      OS.write_escaped(Value) << '\'';
    }
    OS << '\n';
  }
}

static void printEntitlements(const SignatureFacts &Signature, raw_ostream &OS) {
  if (!Signature.Entitlements.empty() || !Signature.EntitlementsReadable)
    OS << "  entitlements:" << (Signature.EntitlementsReadable ? "\n" : " not all can be read\n");
  for (const auto &[Name, Value] : Signature.Entitlements) {
    OS << "    ";
    OS.write_escaped(Name.str()) << " = ";
    // What only DER has is named there, and not decoded.
    if (Value.kind() == json::Value::Null)
      OS << "(in DER alone)";
    else
      OS << Value;
    for (const RiskyEntitlement *Risky : Signature.Risky)
      if (Risky->Name == Name.str())
        OS << ": lets " << Risky->Risk;
    OS << '\n';
  }
}

static void printOrigins(ArrayRef<ModuleOrigin> Origins, raw_ostream &OS) {
  if (!Origins.empty())
    OS << "  modules:\n";
  for (const ModuleOrigin &Origin : Origins) {
    OS << "    sha256 " << Origin.ModuleHash << " by ";
    OS.write_escaped(Origin.Producer) << "; bounds " << Origin.bounds();
    if (Origin.PreciseTraps)
      OS << "; precise traps";
    if (Origin.Deterministic)
      OS << "; deterministic";
    OS << '\n';
  }
}

void printChecks(ArrayRef<AuditCheck> Checks, raw_ostream &OS) {
  for (const AuditCheck &Check : Checks) {
    OS << "  " << left_justify(verdictName(Check.Result), 6) << Check.Name << ": ";
    OS.write_escaped(Check.Detail) << '\n';
  }
}

void printAudit(ArrayRef<AuditReport> Reports, raw_ostream &OS) {
  for (const AuditReport &Report : Reports) {
    OS << Report.Format << ": " << (Report.passed() ? "passed" : "failed") << '\n';
    printChecks(Report.Checks, OS);
    if (Report.Facts.Signature)
      printEntitlements(*Report.Facts.Signature, OS);
    if (Report.Capabilities)
      printCapabilities(*Report.Capabilities, OS);
    printOrigins(Report.Facts.Origins, OS);
  }
}

static json::Array stringsToJSON(ArrayRef<std::string> Strings) {
  return json::Array(
      map_range(Strings, [](const std::string &String) { return json::fixUTF8(String); }));
}

static json::Value capabilitiesToJSON(const std::optional<SealedCapabilities> &Capabilities) {
  if (!Capabilities)
    return nullptr;
  json::Array Result;
  for (const SealedCapability &Capability : *Capabilities)
    Result.push_back(json::Object{{"capability", Capability.Name},
                                  {"values", stringsToJSON(Capability.Values)}});
  return Result;
}

static json::Value signatureToJSON(const std::optional<SignatureFacts> &Facts) {
  if (!Facts)
    return nullptr;
  json::Array Risks;
  for (const RiskyEntitlement *Risky : Facts->Risky)
    Risks.push_back(json::Object{{"entitlement", Risky->Name}, {"lets", Risky->Risk}});
  return json::Object{{"identifier", json::fixUTF8(Facts->Identifier)},
                      {"team", json::fixUTF8(Facts->Team)},
                      {"cdhash", Facts->CDHash},
                      {"flags", describeSignatureFlags(Facts->Flags)},
                      {"hardenedRuntime", Facts->isHardened()},
                      {"runtimeVersion", Facts->RuntimeVersion.getAsString()},
                      {"certificate", Facts->HasCertificate},
                      {"developerID", Facts->HasDeveloperID},
                      {"timestamp", Facts->HasTimestamp},
                      {"entitlements", json::Object(Facts->Entitlements)},
                      {"entitlementsReadable", Facts->EntitlementsReadable},
                      {"risks", std::move(Risks)}};
}

static json::Array originsToJSON(ArrayRef<ModuleOrigin> Origins) {
  json::Array Result;
  for (const ModuleOrigin &Origin : Origins)
    Result.push_back(json::Object{{"sha256", Origin.ModuleHash},
                                  {"producer", json::fixUTF8(Origin.Producer)},
                                  {"bounds", Origin.bounds()},
                                  {"preciseTraps", Origin.PreciseTraps},
                                  {"deterministic", Origin.Deterministic}});
  return Result;
}

json::Value checksToJSON(ArrayRef<AuditCheck> Checks) {
  json::Array Result;
  for (const AuditCheck &Check : Checks)
    Result.push_back(json::Object{{"name", Check.Name},
                                  {"result", verdictName(Check.Result)},
                                  {"detail", json::fixUTF8(Check.Detail)}});
  return Result;
}

json::Value auditToJSON(ArrayRef<AuditReport> Reports) {
  json::Array Images;
  for (const AuditReport &Report : Reports) {
    const ImageFacts &Facts = Report.Facts;
    Images.push_back(json::Object{{"format", Report.Format},
                                  {"passed", Report.passed()},
                                  {"checks", checksToJSON(Report.Checks)},
                                  {"capabilities", capabilitiesToJSON(Report.Capabilities)},
                                  {"architecture", Facts.Architecture},
                                  {"type", Facts.FileType},
                                  {"offset", Facts.Offset},
                                  {"size", Facts.Size},
                                  {"platform", Facts.Platform},
                                  {"minimumOS", Facts.MinimumOS.getAsString()},
                                  {"sdk", Facts.SDK.getAsString()},
                                  {"imports", stringsToJSON(Facts.Imports)},
                                  {"libraries", stringsToJSON(Facts.Libraries)},
                                  {"runPaths", stringsToJSON(Facts.RunPaths)},
                                  {"signature", signatureToJSON(Facts.Signature)},
                                  {"modules", originsToJSON(Facts.Origins)}});
  }
  return Images;
}

} // namespace w2n
