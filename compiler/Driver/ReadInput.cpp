//===- ReadInput.cpp - Modules in either format ----------------------------===//

#include "Driver/ReadInput.h"

#include "Support/Error.h"
#include "Text/Text.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace w2n {

/// The text format begins with a printable character, no binary format of note does.
bool looksLikeText(StringRef Content) {
  return !Content.empty() && (isPrint(Content.front()) || isSpace(Content.front()));
}

/// Whether text may be of a module: that begins with a parenthesis, unless comments come
/// first, and nothing at all is a module too.
static bool mayBeModuleText(StringRef Text) {
  const StringRef Start = Text.ltrim();
  return Start.empty() || Start.starts_with("(") || Start.starts_with(";;");
}

Expected<std::vector<uint8_t>> toBinary(StringRef Content, StringRef Name) {
  if (Content.empty())
    return inputError("the file is empty");
  if (looksLikeText(Content) && !mayBeModuleText(Content))
    return inputError("not a WebAssembly module: neither in the binary format, which begins "
                      "with a zero byte, nor in the text format, which begins with a "
                      "parenthesis");
  if (looksLikeText(Content))
    return textToBinary(Content, Name);
  return std::vector<uint8_t>(Content.bytes_begin(), Content.bytes_end());
}

void printRemarks(const ValidModule &Wasm, StringRef Name, Diagnostics &Diags) {
  for (const Remark &R : Wasm->Remarks) {
    Place Where;
    Where.Offset = R.Offset;
    Diags.warning(Name, R.Message, Where);
  }
}

} // namespace w2n
