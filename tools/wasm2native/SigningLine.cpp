//===- SigningLine.cpp - The words of the command line about signatures ----===//

#include "SigningLine.h"

#include "Common/Parse.h"
#include "Support/Error.h"

namespace w2n {

llvm::StringRef SigningLine::given() const {
  if (Sign)
    return "--sign";
  if (PasswordFile)
    return "--p12-password-file";
  if (Identifier)
    return "--identifier";
  if (TeamIdentifier)
    return "--team-id";
  if (Entitlements)
    return "--entitlements";
  if (AllowWeakEntitlements)
    return "--allow-weak-entitlements";
  if (HardenedRuntime)
    return "--hardened-runtime";
  return LinkerSigned ? "--linker-signed" : "";
}

void addSigningOptions(CLI::App &App, SigningLine &Line) {
  const std::string Group = "Signature of Mach-O files";
  addValue(App, "--sign", Line.Sign,
           "adhoc (default); none; an identity, for codesign; or p12:FILE,\n"
           "a certificate with its key, for rcodesign")
      ->type_name("HOW")
      ->group(Group);
  addValue(App, "--p12-password-file", Line.PasswordFile, "Where the password of p12:FILE is")
      ->type_name("FILE")
      ->group(Group);
  addValue(App, "--identifier", Line.Identifier, "What the program is known by; default: its name")
      ->type_name("ID")
      ->group(Group);
  addValue(App, "--team-id", Line.TeamIdentifier, "The team of an ad-hoc signature")
      ->type_name("ID")
      ->group(Group);
  App.add_flag("--hardened-runtime", Line.HardenedRuntime,
               "Have the system refuse executable memory that is not signed")
      ->group(Group);
  addValue(App, "--entitlements", Line.Entitlements,
           "What it may ask of the system: a property list")
      ->type_name("FILE")
      ->group(Group);
  App.add_flag("--allow-weak-entitlements", Line.AllowWeakEntitlements,
               "Even those that let unsigned code run")
      ->group(Group);
}

llvm::Expected<SignLine> parseSignLine(llvm::ArrayRef<const char *> Arguments) {
  SignLine Line;
  CLI::App App("Signs a Mach-O file, thin or universal, in place of the signatures that it has.\n",
               "wasm2native sign");
  App.formatter(std::make_shared<HelpFormatter>(
      "FILE", "FILE is an executable or library; it is replaced unless -o is given."));
  App.add_option("FILE", Line.Inputs, "");
  addValue(App, "-o", Line.Output, "Where the signed file goes, - for standard output")
      ->type_name("FILE");
  addSigningOptions(App, Line.Signing);
  App.add_flag("--linker-signed", Line.Signing.LinkerSigned,
               "The ad-hoc signature that a linker makes, which is the least")
      ->group("Signature of Mach-O files");
  App.set_help_flag("-h,--help", "Print this text");
  if (llvm::Error E = parseArguments(App, Arguments).moveInto(Line.Help))
    return E;
  if (!Line.Help && Line.Inputs.size() != 1)
    return inputError(Line.Inputs.empty()
                          ? "no file; sign takes a Mach-O file"
                          : "sign takes one file, and '" + Line.Inputs[1] + "' is the second");
  return Line;
}

llvm::Expected<VerifyLine> parseVerifyLine(llvm::ArrayRef<const char *> Arguments) {
  VerifyLine Line;
  CLI::App App("Checks the signatures of Mach-O files against every byte that they cover.\n",
               "wasm2native verify");
  App.formatter(std::make_shared<HelpFormatter>(
      "FILE...", "FILE is an executable or library, thin or universal."));
  App.footer("Exit status: 0 every signature holds; 1 one does not, a file is not signed or could\n"
             "not be read, or the options are at fault.");
  App.add_option("FILE", Line.Inputs, "");
  App.set_help_flag("-h,--help", "Print this text");
  if (llvm::Error E = parseArguments(App, Arguments).moveInto(Line.Help))
    return E;
  if (!Line.Help && Line.Inputs.empty())
    return inputError("no file; verify takes Mach-O files");
  return Line;
}

} // namespace w2n
