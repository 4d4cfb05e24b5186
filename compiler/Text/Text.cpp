//===- Text.cpp - From the text format to the binary format ----------------===//
//
// The only user of wabt. Every feature of the language that it knows is on: what a
// module may use is judged by our own decoder and validator alone.
//
//===----------------------------------------------------------------------===//

#include "Text/Text.h"

#include "Support/Error.h"

#include "wabt/binary-writer.h"
#include "wabt/error.h"
#include "wabt/ir.h"
#include "wabt/stream.h"
#include "wabt/wast-lexer.h"
#include "wabt/wast-parser.h"

using namespace llvm;

namespace w2n {

/// The first of wabt's errors; the ones after it mostly follow from it.
static Error firstError(const wabt::Errors &Problems) {
  if (Problems.empty())
    return inputError("malformed text");
  const wabt::Error &First = Problems.front();
  Place Where;
  Where.Line = static_cast<unsigned>(First.loc.line);
  Where.Column = static_cast<unsigned>(First.loc.first_column);
  return inputError(StringRef(First.message).split('\n').first, std::move(Where));
}

Expected<std::vector<uint8_t>> textToBinary(StringRef Text, StringRef FileName) {
  wabt::Errors Problems;
  const auto Lexer = wabt::WastLexer::CreateBufferLexer(
      std::string_view(FileName.data(), FileName.size()), Text.data(), Text.size(), &Problems);

  wabt::Features Features;
  Features.EnableAll();
  // wabt's lexer never ends on some annotations that are not closed.
  Features.disable_annotations();
  Features.disable_code_metadata();
  wabt::WastParseOptions ParseOptions(Features);
  std::unique_ptr<wabt::Module> Module;
  if (wabt::Failed(wabt::ParseWatModule(Lexer.get(), &Module, &Problems, &ParseOptions)))
    return firstError(Problems);

  wabt::MemoryStream Stream;
  const wabt::WriteBinaryOptions WriteOptions(Features, /*canonicalize_lebs=*/true,
                                              /*relocatable=*/false, /*write_debug_names=*/true);
  if (wabt::Failed(wabt::WriteBinaryModule(&Stream, Module.get(), WriteOptions)))
    return inputError("this text cannot be written in the binary format");
  return std::move(Stream.output_buffer().data);
}

} // namespace w2n
