//===- Diagnostics.cpp - How problems are shown ----------------------------===//

#include "Support/Diagnostics.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace w2n {

/// The message with its function, which InputError knows how to write.
static std::string withFunction(const Twine &Message, const Place &Where) {
  std::string Text;
  raw_string_ostream OS(Text);
  InputError(Message, Where).log(OS);
  return Text;
}

/// Messages quote names of the module, which may hold line breaks and what terminals
/// take for commands.
static void printOnOneLine(raw_ostream &OS, StringRef Message) {
  for (const char C : Message)
    if (static_cast<unsigned char>(C) < 0x20 || C == 0x7F)
      OS << "\\" << toHex(StringRef(&C, 1), /*LowerCase=*/true);
    else
      OS << C;
}

void Diagnostics::print(StringRef File, const Place &Where, StringRef Severity,
                        raw_ostream::Colors Color, StringRef Message) {
  const bool Colored = OS.has_colors();
  const bool Enabled = OS.colors_enabled();
  OS.enable_colors(Colored);
  OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << (File.empty() ? StringRef(Tool) : File == "-" ? "<stdin>" : File) << ':';
  if (!File.empty() && Where.Line != 0) {
    OS << Where.Line << ':';
    if (Where.Column != 0)
      OS << Where.Column << ':';
  } else if (!File.empty() && Where.Offset) {
    OS << format("0x%" PRIx64 ":", *Where.Offset);
  }
  OS << ' ';
  OS.changeColor(Color, /*Bold=*/true) << Severity << ": ";
  OS.resetColor();
  printOnOneLine(OS, Message.rtrim('\n'));
  OS << '\n';
  OS.enable_colors(Enabled);
  OS.flush();
}

void Diagnostics::error(StringRef File, Error E) {
  handleAllErrors(
      std::move(E),
      [&](const InputError &Problem) {
        ExitCode = std::max(ExitCode, 1);
        print(File, Problem.place(), "error", raw_ostream::RED,
              withFunction(Problem.message(), Problem.place()));
      },
      [&](const ErrorInfoBase &Problem) {
        ExitCode = 2;
        print(File, {}, "error", raw_ostream::RED, Problem.message());
      });
}

void Diagnostics::warning(StringRef File, const Twine &Message, const Place &Where) {
  print(File, Where, "warning", raw_ostream::MAGENTA, withFunction(Message, Where));
}

void Diagnostics::note(StringRef File, const Twine &Message, const Place &Where) {
  print(File, Where, "note", raw_ostream::CYAN, withFunction(Message, Where));
}

} // namespace w2n
