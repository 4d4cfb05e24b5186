//===- SigningPlan.cpp - From the command line to a signature --------------===//

#include "SigningPlan.h"

#include "Support/Error.h"
#include "Support/FileIO.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace w2n {

/// Who is to sign.
enum class Signer { Nobody, AdHoc, Codesign, Rcodesign };

static constexpr StringLiteral P12Prefix = "p12:";

static Signer chooseSigner(const SigningLine &Line) {
  const StringRef How = Line.Sign ? StringRef(*Line.Sign) : "adhoc";
  if (How == "none")
    return Signer::Nobody;
  // The name that codesign has for it.
  if (How == "adhoc" || How == "-")
    return Signer::AdHoc;
  return How.starts_with(P12Prefix) ? Signer::Rcodesign : Signer::Codesign;
}

/// Whether the options go with each other.
static Error checkLine(const SigningLine &Line, Signer Who) {
  if (Line.PasswordFile && Who != Signer::Rcodesign)
    return inputError("--p12-password-file goes with --sign=p12:FILE");
  if (Line.AllowWeakEntitlements && !Line.Entitlements)
    return inputError("--allow-weak-entitlements goes with --entitlements");
  if (Who == Signer::Nobody)
    for (const auto &[Given, Option] : {std::pair(Line.Identifier.has_value(), "--identifier"),
                                        std::pair(Line.TeamIdentifier.has_value(), "--team-id"),
                                        std::pair(Line.Entitlements.has_value(), "--entitlements"),
                                        std::pair(Line.HardenedRuntime, "--hardened-runtime"),
                                        std::pair(Line.LinkerSigned, "--linker-signed")})
      if (Given)
        return inputError(Twine(Option) + " and --sign=none contradict each other");
  if (Line.TeamIdentifier && Who != Signer::AdHoc)
    return inputError("--team-id goes with --sign=adhoc: a certificate names its own team");
  if (Line.LinkerSigned && Who != Signer::AdHoc)
    return inputError("--linker-signed goes with --sign=adhoc");
  if (Line.LinkerSigned && (Line.HardenedRuntime || Line.Entitlements))
    return inputError("--linker-signed goes neither with --hardened-runtime nor with "
                      "--entitlements");
  if (Line.Identifier && !all_of(*Line.Identifier, isPrint))
    return inputError("--identifier takes printable ASCII characters");
  if (Line.TeamIdentifier && !all_of(*Line.TeamIdentifier, isAlnum))
    return inputError("--team-id takes letters and digits, ten in Apple's own");
  return Error::success();
}

/// False where the entitlements give protection away that was not asked to be given away.
static bool checkEntitlements(const Entitlements &Entitled, const SigningLine &Line,
                              Diagnostics &Diags) {
  for (const RiskyEntitlement *Risky : riskyEntitlements(Entitled.Values)) {
    const std::string Message = ("the entitlement '" + Risky->Name + "' lets " + Risky->Risk).str();
    if (Risky->Kind == EntitlementKind::Debug) {
      Diags.warning(*Line.Entitlements, Message + "; leave it out of what is shipped");
    } else if (!Line.AllowWeakEntitlements) {
      Diags.error(*Line.Entitlements,
                  inputError(Message + "; --allow-weak-entitlements signs with it all the same"));
      return false;
    }
  }
  return true;
}

static std::optional<Entitlements> readEntitlements(const SigningLine &Line, Diagnostics &Diags) {
  auto Buffer = readFile(*Line.Entitlements);
  if (!Buffer) {
    Diags.error({}, Buffer.takeError());
    return std::nullopt;
  }
  auto Entitled = parseEntitlements((*Buffer)->getBuffer());
  if (!Entitled) {
    Diags.error(*Line.Entitlements, Entitled.takeError());
    return std::nullopt;
  }
  if (!checkEntitlements(*Entitled, Line, Diags))
    return std::nullopt;
  return std::move(*Entitled);
}

static Expected<SigningTool> planCodesign(const SigningLine &Line, StringRef Identifier) {
  auto Program = sys::findProgramByName("codesign");
  if (!Program)
    return inputError("--sign=" + *Line.Sign +
                      ": there is no codesign in PATH; it comes with macOS ('xcode-select "
                      "--install'), and elsewhere --sign=p12:FILE signs with rcodesign");
  SigningTool Tool = {
      *Program, {"--force", "--timestamp", "--sign", *Line.Sign, "--identifier", Identifier.str()}};
  if (Line.HardenedRuntime)
    append_range(Tool.Arguments, ArrayRef<const char *>{"--options", "runtime"});
  if (Line.Entitlements)
    append_range(Tool.Arguments, ArrayRef<std::string>{"--entitlements", *Line.Entitlements});
  return Tool;
}

static Expected<SigningTool> planRcodesign(const SigningLine &Line, StringRef Identifier) {
  const std::string Certificate = Line.Sign->substr(P12Prefix.size());
  for (const std::string &File : {Certificate, Line.PasswordFile.value_or(Certificate)})
    if (Error E = readFile(File).takeError())
      return std::move(E);
  auto Program = sys::findProgramByName("rcodesign");
  if (!Program)
    return inputError("--sign=" + *Line.Sign +
                      ": there is no rcodesign in PATH; 'cargo install apple-codesign' makes it");
  SigningTool Tool = {*Program, {"sign", "--p12-file", Certificate}};
  if (Line.PasswordFile)
    append_range(Tool.Arguments, ArrayRef<std::string>{"--p12-password-file", *Line.PasswordFile});
  append_range(Tool.Arguments, ArrayRef<std::string>{"--binary-identifier", Identifier.str()});
  if (Line.HardenedRuntime)
    append_range(Tool.Arguments, ArrayRef<const char *>{"--code-signature-flags", "runtime"});
  if (Line.Entitlements)
    append_range(Tool.Arguments,
                 ArrayRef<std::string>{"--entitlements-xml-file", *Line.Entitlements});
  return Tool;
}

std::optional<SigningPlan> makeSigningPlan(const SigningLine &Line, StringRef Output,
                                           Diagnostics &Diags) {
  SigningPlan Plan;
  const Signer Who = chooseSigner(Line);
  const auto Fail = [&](Error E) {
    Diags.error({}, std::move(E));
    return std::nullopt;
  };
  if (Error E = checkLine(Line, Who))
    return Fail(std::move(E));
  if (Line.given().empty() || Who == Signer::Nobody)
    return Plan;
  std::optional<Entitlements> Entitled;
  if (Line.Entitlements) {
    Entitled = readEntitlements(Line, Diags);
    if (!Entitled)
      return std::nullopt;
  }

  const StringRef Name = Output == "-" ? "program" : sys::path::filename(Output);
  if (Who == Signer::AdHoc) {
    Plan.AdHoc = SignOptions{.Identifier = Line.Identifier.value_or(""),
                             .DefaultIdentifier = Name.str(),
                             .TeamIdentifier = Line.TeamIdentifier.value_or(""),
                             .HardenedRuntime = Line.HardenedRuntime,
                             .LinkerSigned = Line.LinkerSigned,
                             .Entitled = std::move(Entitled)};
    return Plan;
  }
  const std::string Identifier = Line.Identifier.value_or(Name.str());
  auto Tool =
      Who == Signer::Codesign ? planCodesign(Line, Identifier) : planRcodesign(Line, Identifier);
  if (!Tool)
    return Fail(Tool.takeError());
  Plan.Tool = std::move(*Tool);
  return Plan;
}

} // namespace w2n
