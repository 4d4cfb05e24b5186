//===- SignCommand.cpp - wasm2native sign and wasm2native verify -----------===//

#include "SignCommand.h"

#include "SigningLine.h"
#include "SigningPlan.h"

#include "Image/ImageSlices.h"
#include "Image/Sign.h"
#include "Image/SignWithTool.h"
#include "Image/SignableImage.h"
#include "Image/Verify.h"
#include "Support/FileIO.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

/// Signs as Plan says, which is not empty.
static Expected<SmallVector<char, 0>> signAs(const SigningPlan &Plan, StringRef File,
                                             StringRef Name) {
  if (Plan.AdHoc)
    return signMachO(arrayRefFromStringRef(File), *Plan.AdHoc);
  return signWithTool(ArrayRef<char>(File.data(), File.size()), Name, *Plan.Tool);
}

static void sign(const SignLine &Line, Diagnostics &Diags) {
  const std::string &Input = Line.Inputs.front();
  const std::string Output = Line.Output.value_or(Input);
  if (Input == "-" && !Line.Output)
    return Diags.error({}, inputError("the output of standard input needs a name: use -o"));
  if (Line.Signing.Sign == "none")
    return Diags.error({}, inputError("--sign=none: there is nothing to do then"));
  SigningLine Signing = Line.Signing;
  if (!Signing.Sign)
    Signing.Sign = "adhoc";
  const std::optional<SigningPlan> Plan = makeSigningPlan(Signing, Output, Diags);
  if (!Plan)
    return;
  auto Buffer = readFile(Input);
  if (!Buffer)
    return Diags.error({}, Buffer.takeError());
  auto Signed = signAs(*Plan, (*Buffer)->getBuffer(), Output);
  if (!Signed)
    return Diags.error(Plan->AdHoc ? StringRef(Input) : "", Signed.takeError());
  const auto Bytes = arrayRefFromStringRef(StringRef(Signed->data(), Signed->size()));
  if (Error E = Input == "-" ? writeFileAtomically(Output, Bytes, /*Executable=*/true)
                             : writeFileLike(Output, Bytes, Input))
    Diags.error({}, std::move(E));
}

void runSign(ArrayRef<const char *> Arguments, Diagnostics &Diags) {
  auto Line = parseSignLine(Arguments);
  if (!Line)
    return Diags.error({}, Line.takeError());
  if (Line->Help)
    outs() << *Line->Help;
  else
    sign(*Line, Diags);
}

/// "arm64"; the CPU of an image that may be damaged.
static std::string architectureOf(ArrayRef<uint8_t> Image) {
  auto Readable = readSignableImage(Image);
  if (Readable)
    return Readable->architecture();
  consumeError(Readable.takeError());
  return "unknown";
}

static void verify(const std::string &File, Diagnostics &Diags) {
  auto Buffer = readFile(File);
  if (!Buffer)
    return Diags.error({}, Buffer.takeError());
  auto Slices = readSlices(arrayRefFromStringRef((*Buffer)->getBuffer()));
  if (!Slices)
    return Diags.error(File, Slices.takeError());
  for (const ImageSlice &Slice : *Slices) {
    auto Signature = verifyImage(Slice.Bytes, File);
    if (Signature)
      outs() << File << ": " << architectureOf(Slice.Bytes) << ": valid; "
             << describeSignature(*Signature) << '\n';
    else if (Slice.Offset == 0)
      Diags.error(File, Signature.takeError());
    else
      Diags.error(File, placedAt(Slice.Offset, Signature.takeError()));
  }
}

void runVerify(ArrayRef<const char *> Arguments, Diagnostics &Diags) {
  auto Line = parseVerifyLine(Arguments);
  if (!Line)
    return Diags.error({}, Line.takeError());
  if (Line->Help) {
    outs() << *Line->Help;
    return;
  }
  for (const std::string &File : Line->Inputs)
    verify(File, Diags);
}

} // namespace w2n
