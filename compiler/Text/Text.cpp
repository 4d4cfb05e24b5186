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

static std::unique_ptr<wabt::WastLexer> createLexer(StringRef Text, StringRef FileName,
                                                    wabt::Errors &Problems) {
  return wabt::WastLexer::CreateBufferLexer(std::string_view(FileName.data(), FileName.size()),
                                            Text.data(), Text.size(), &Problems);
}

/// wabt's parser calls itself for each block and each parenthesis within another: a
/// stack of 8 MiB takes it to a depth of more than 10,000.
static Error checkNesting(StringRef Text, StringRef FileName) {
  constexpr int64_t MaxDepth = 5000;
  // The parser will find the same problems.
  wabt::Errors Ignored;
  const auto Lexer = createLexer(Text, FileName, Ignored);
  int64_t Depth = 0;
  wabt::TokenType Before = wabt::TokenType::Invalid;
  for (wabt::Token Token = Lexer->GetToken(); Token.token_type() != wabt::TokenType::Eof;
       Before = Token.token_type(), Token = Lexer->GetToken()) {
    switch (Token.token_type()) {
    case wabt::TokenType::Lpar:
      ++Depth;
      break;
    case wabt::TokenType::Block:
    case wabt::TokenType::Loop:
    case wabt::TokenType::If:
    case wabt::TokenType::Try:
      // Behind a parenthesis, that one ends it.
      Depth += Before != wabt::TokenType::Lpar;
      break;
    case wabt::TokenType::Rpar:
    case wabt::TokenType::End:
      --Depth;
      break;
    default:
      break;
    }
    if (Depth <= MaxDepth)
      continue;
    Place Where;
    Where.Line = static_cast<unsigned>(Token.loc.line);
    Where.Column = static_cast<unsigned>(Token.loc.first_column);
    return inputError("text is nested more than " + Twine(MaxDepth) +
                          " deep: give the module in the binary format",
                      std::move(Where));
  }
  return Error::success();
}

Expected<std::vector<uint8_t>> textToBinary(StringRef Text, StringRef FileName) {
  if (Error E = checkNesting(Text, FileName))
    return std::move(E);
  wabt::Errors Problems;
  const auto Lexer = createLexer(Text, FileName, Problems);

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
