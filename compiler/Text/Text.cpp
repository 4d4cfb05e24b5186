//===- Text.cpp - From the text format to the binary format ----------------===//
//
// The only user of wabt in the compiler. Every feature of the language that it knows is on: what a
// module may use is judged by our own decoder and validator alone.
//
//===----------------------------------------------------------------------===//

#include "Text/Text.h"

#include "Support/Error.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CrashRecoveryContext.h"

#include "wabt/binary-writer.h"
#include "wabt/error.h"
#include "wabt/ir.h"
#include "wabt/stream.h"
#include "wabt/wast-lexer.h"
#include "wabt/wast-parser.h"

#include <optional>

using namespace llvm;

namespace w2n {

static Error errorAt(const wabt::Location &Location, const Twine &Message) {
  Place Where;
  Where.Line = static_cast<unsigned>(Location.line);
  Where.Column = static_cast<unsigned>(Location.first_column);
  return inputError(Message, std::move(Where));
}

/// The first of wabt's errors; the ones after it mostly follow from it.
static Error firstError(const wabt::Errors &Problems) {
  if (Problems.empty())
    return inputError("malformed text");
  const wabt::Error &First = Problems.front();
  return errorAt(First.loc, StringRef(First.message).split('\n').first);
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
    return errorAt(Token.loc, "text is nested more than " + Twine(MaxDepth) +
                                  " deep: give the module in the binary format");
  }
  return Error::success();
}

/// Whether a token may follow a parenthesis that opens directly in an element segment
/// (core spec, 6.6.9): a part of the segment, or a folded instruction.
static bool opensPartOfElements(wabt::TokenType Type) {
  switch (Type) {
  case wabt::TokenType::Item:
  case wabt::TokenType::Offset:
  case wabt::TokenType::Ref:
  case wabt::TokenType::Table:
    return true;
  case wabt::TokenType::Catch:
  case wabt::TokenType::CatchAll:
  case wabt::TokenType::Else:
  case wabt::TokenType::End:
    return false;
  default:
    return wabt::IsTokenTypeOpcode(Type);
  }
}

/// Refuses what wabt's parser asserts never to see although it does not look: an element
/// that begins with a parenthesis and is no expression.
static Error checkElements(StringRef Text, StringRef FileName) {
  // What is wrong with the tokens themselves, the parser tells.
  wabt::Errors Ignored;
  const auto Lexer = createLexer(Text, FileName, Ignored);
  // For every open parenthesis whether it opens an element segment.
  SmallVector<bool, 16> IsElements;
  bool Opening = false;
  wabt::Token Token;
  do {
    Token = Lexer->GetToken();
    const wabt::TokenType Type = Token.token_type();
    if (Opening) {
      if (!IsElements.empty() && IsElements.back() && !opensPartOfElements(Type))
        return errorAt(Token.loc, "unexpected token \"" + Token.to_string_clamp(60) +
                                      "\", expected an element");
      IsElements.push_back(Type == wabt::TokenType::Elem);
    }
    Opening = Type == wabt::TokenType::Lpar;
    if (Type == wabt::TokenType::Rpar && !IsElements.empty())
      IsElements.pop_back();
  } while (Token.token_type() != wabt::TokenType::Eof);
  return Error::success();
}

static Expected<std::vector<uint8_t>> parse(StringRef Text, StringRef FileName,
                                            wabt::Errors &Problems) {
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

Expected<std::vector<uint8_t>> textToBinary(StringRef Text, StringRef FileName) {
  if (Error E = checkNesting(Text, FileName))
    return E;
  if (Error E = checkElements(Text, FileName))
    return E;
  // After an error the parser goes on, and may then fail an assertion: that must not end
  // the process, and the first error has been recorded by then.
  wabt::Errors Problems;
  std::optional<Expected<std::vector<uint8_t>>> Result;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Recovery;
  if (!Recovery.RunSafely([&] { Result.emplace(parse(Text, FileName, Problems)); }))
    return firstError(Problems);
  return std::move(*Result);
}

} // namespace w2n
