//===- interpreter.cpp - A program to compile: a small language ------------===//
//
// Runs the scripts it is given, whose statements are
//
//   name = expression          print expression, "text", ...
//   if expression { ... } else { ... }
//   while expression { ... }
//   def name(parameter, ...) { ... }          return expression
//
// Values are floating-point numbers; what is not zero is true. A name that a function
// assigns to belongs to the call. From # to the end of a line is a comment.
//
//===----------------------------------------------------------------------===//

#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(int Line, const std::string &Message) {
  std::cerr << "line " << Line << ": " << Message << '\n';
  std::exit(1);
}

struct Token {
  enum Kind { End, Number, Name, Text, Symbol } K = End;
  std::string Spelling;
  int Line = 0;
};

std::string takeWhile(const std::string &Source, size_t &At, int (*Belongs)(int)) {
  const size_t Start = At;
  while (At < Source.size() && Belongs(static_cast<unsigned char>(Source[At])))
    ++At;
  return Source.substr(Start, At - Start);
}

int isNamePart(int C) { return std::isalnum(C) || C == '_'; }
int isNumberPart(int C) { return std::isdigit(C) || C == '.'; }
int isInText(int C) { return C != '"' && C != '\n'; }
int isInLine(int C) { return C != '\n'; }

std::vector<Token> tokenize(const std::string &Source) {
  std::vector<Token> Tokens;
  int Line = 1;
  for (size_t At = 0; At < Source.size();) {
    const unsigned char C = static_cast<unsigned char>(Source[At]);
    if (std::isspace(C)) {
      Line += C == '\n';
      ++At;
    } else if (C == '#') {
      takeWhile(Source, At, isInLine);
    } else if (std::isdigit(C)) {
      Tokens.push_back({Token::Number, takeWhile(Source, At, isNumberPart), Line});
    } else if (isNamePart(C)) {
      Tokens.push_back({Token::Name, takeWhile(Source, At, isNamePart), Line});
    } else if (C == '"') {
      Tokens.push_back({Token::Text, takeWhile(Source, ++At, isInText), Line});
      if (At == Source.size() || Source[At++] != '"')
        fail(Line, "this text does not end");
    } else {
      const std::string Two = Source.substr(At, 2);
      const bool IsTwo = Two == "==" || Two == "!=" || Two == "<=" || Two == ">=";
      Tokens.push_back({Token::Symbol, IsTwo ? Two : Two.substr(0, 1), Line});
      At += IsTwo ? 2 : 1;
    }
  }
  Tokens.push_back({Token::End, "the end", Line});
  return Tokens;
}

struct Expression;
struct Statement;
using Expressions = std::vector<std::unique_ptr<Expression>>;
using Block = std::vector<std::unique_ptr<Statement>>;

struct Expression {
  enum Kind { Number, Name, Text, Binary, Negate, Call } K;
  int Line;
  std::string Word;
  double Value = 0;
  Expressions Operands;
};

struct Statement {
  enum Kind { Assign, Print, If, While, Return, Evaluate } K;
  std::string Target;
  Expressions Values;
  Block Then, Else;
};

struct Function {
  std::vector<std::string> Parameters;
  Block Body;
};

using Functions = std::map<std::string, Function>;

class Parser {
public:
  Parser(std::vector<Token> TheTokens, Functions &TheDefined)
      : Tokens(std::move(TheTokens)), Defined(TheDefined) {}

  Block parseScript() {
    Block Result;
    while (peek().K != Token::End)
      parseStatement(Result);
    return Result;
  }

private:
  std::vector<Token> Tokens;
  Functions &Defined;
  size_t Next = 0;

  const Token &peek() const { return Tokens[Next]; }
  const Token &take() { return Tokens[Next + 1 < Tokens.size() ? Next++ : Next]; }
  bool takeIf(const std::string &Spelling) {
    const bool Is = peek().K != Token::Text && peek().Spelling == Spelling;
    Next += Is;
    return Is;
  }
  void expect(const std::string &Spelling) {
    if (!takeIf(Spelling))
      fail(peek().Line, "expected '" + Spelling + "', found '" + peek().Spelling + "'");
  }

  Block parseBlock() {
    Block Result;
    expect("{");
    while (!takeIf("}"))
      parseStatement(Result);
    return Result;
  }

  void parseDefinition() {
    const std::string Name = take().Spelling;
    Function F;
    expect("(");
    while (!takeIf(")")) {
      F.Parameters.push_back(take().Spelling);
      takeIf(",");
    }
    F.Body = parseBlock();
    Defined[Name] = std::move(F);
  }

  void parseStatement(Block &Result) {
    if (takeIf("def"))
      return parseDefinition();
    Statement S{};
    if (takeIf("print")) {
      S.K = Statement::Print;
      do
        S.Values.push_back(parseExpression(0));
      while (takeIf(","));
    } else if (takeIf("if")) {
      S.K = Statement::If;
      S.Values.push_back(parseExpression(0));
      S.Then = parseBlock();
      if (takeIf("else"))
        S.Else = parseBlock();
    } else if (takeIf("while")) {
      S.K = Statement::While;
      S.Values.push_back(parseExpression(0));
      S.Then = parseBlock();
    } else if (takeIf("return")) {
      S.K = Statement::Return;
      S.Values.push_back(parseExpression(0));
    } else {
      S.Values.push_back(parseExpression(0));
      S.K = Statement::Evaluate;
      if (S.Values[0]->K == Expression::Name && takeIf("=")) {
        S.K = Statement::Assign;
        S.Target = S.Values[0]->Word;
        S.Values[0] = parseExpression(0);
      }
    }
    Result.push_back(std::make_unique<Statement>(std::move(S)));
  }

  static int precedence(const std::string &Operator) {
    static const std::map<std::string, int> Table = {{"==", 1}, {"!=", 1}, {"<", 2}, {">", 2},
                                                     {"<=", 2}, {">=", 2}, {"+", 3}, {"-", 3},
                                                     {"*", 4},  {"/", 4},  {"%", 4}};
    const auto Found = Table.find(Operator);
    return Found == Table.end() ? 0 : Found->second;
  }

  std::unique_ptr<Expression> make(Expression::Kind K, const Token &From) {
    auto Result = std::make_unique<Expression>();
    Result->K = K;
    Result->Line = From.Line;
    Result->Word = From.Spelling;
    return Result;
  }

  /// Operators that bind more strongly than Least, by precedence climbing.
  std::unique_ptr<Expression> parseExpression(int Least) {
    auto Left = parsePrimary();
    while (peek().K == Token::Symbol && precedence(peek().Spelling) > Least) {
      auto Whole = make(Expression::Binary, take());
      Whole->Operands.push_back(std::move(Left));
      Whole->Operands.push_back(parseExpression(precedence(Whole->Word)));
      Left = std::move(Whole);
    }
    return Left;
  }

  std::unique_ptr<Expression> parsePrimary() {
    const Token T = take();
    if (T.K == Token::Number) {
      auto Result = make(Expression::Number, T);
      Result->Value = std::strtod(T.Spelling.c_str(), nullptr);
      return Result;
    }
    if (T.K == Token::Text)
      return make(Expression::Text, T);
    if (T.K == Token::Symbol && T.Spelling == "(") {
      auto Result = parseExpression(0);
      expect(")");
      return Result;
    }
    if (T.K == Token::Symbol && T.Spelling == "-") {
      auto Result = make(Expression::Negate, T);
      Result->Operands.push_back(parsePrimary());
      return Result;
    }
    if (T.K != Token::Name)
      fail(T.Line, "expected an expression, found '" + T.Spelling + "'");
    if (!takeIf("("))
      return make(Expression::Name, T);
    auto Result = make(Expression::Call, T);
    while (!takeIf(")")) {
      Result->Operands.push_back(parseExpression(0));
      takeIf(",");
    }
    return Result;
  }
};

class Interpreter {
public:
  explicit Interpreter(const Functions &TheDefined) : Defined(TheDefined) {}

  void run(const Block &Script) { runBlock(Script, Globals); }

private:
  using Variables = std::map<std::string, double>;

  const Functions &Defined;
  Variables Globals;
  double Returned = 0;

  /// Whether a return statement ended the block.
  bool runBlock(const Block &Statements, Variables &Locals) {
    for (const auto &S : Statements)
      if (runStatement(*S, Locals))
        return true;
    return false;
  }

  bool runStatement(const Statement &S, Variables &Locals) {
    switch (S.K) {
    case Statement::Assign:
      Locals[S.Target] = evaluate(*S.Values[0], Locals);
      return false;
    case Statement::Print:
      for (const auto &Value : S.Values)
        print(*Value, Locals);
      std::cout << '\n';
      return false;
    case Statement::If:
      return runBlock(evaluate(*S.Values[0], Locals) != 0 ? S.Then : S.Else, Locals);
    case Statement::While:
      while (evaluate(*S.Values[0], Locals) != 0)
        if (runBlock(S.Then, Locals))
          return true;
      return false;
    case Statement::Return:
      Returned = evaluate(*S.Values[0], Locals);
      return true;
    case Statement::Evaluate:
      // A text or a value on its own is written without ending the line.
      print(*S.Values[0], Locals);
      return false;
    }
    return false;
  }

  void print(const Expression &E, Variables &Locals) {
    if (E.K == Expression::Text)
      std::cout << E.Word;
    else
      std::cout << evaluate(E, Locals);
  }

  double evaluate(const Expression &E, Variables &Locals) {
    switch (E.K) {
    case Expression::Number:
      return E.Value;
    case Expression::Name:
      return variable(E, Locals);
    case Expression::Text:
      fail(E.Line, "a text is not a number");
    case Expression::Negate:
      return -evaluate(*E.Operands[0], Locals);
    case Expression::Binary:
      return binary(E, evaluate(*E.Operands[0], Locals), evaluate(*E.Operands[1], Locals));
    case Expression::Call:
      return call(E, Locals);
    }
    return 0;
  }

  double variable(const Expression &E, const Variables &Locals) const {
    for (const Variables *Scope : {&Locals, &Globals})
      if (const auto Found = Scope->find(E.Word); Found != Scope->end())
        return Found->second;
    fail(E.Line, "'" + E.Word + "' has no value");
  }

  static double binary(const Expression &E, double Left, double Right) {
    const std::string &Op = E.Word;
    switch (Op[0]) {
    case '+':
      return Left + Right;
    case '-':
      return Left - Right;
    case '*':
      return Left * Right;
    case '/':
      return Left / Right;
    case '%':
      return std::fmod(Left, Right);
    case '=':
      return Left == Right;
    case '!':
      return Left != Right;
    case '<':
      return Op == "<" ? Left < Right : Left <= Right;
    default:
      return Op == ">" ? Left > Right : Left >= Right;
    }
  }

  double call(const Expression &E, Variables &Locals) {
    const auto Found = Defined.find(E.Word);
    if (Found == Defined.end())
      fail(E.Line, "there is no function '" + E.Word + "'");
    const Function &F = Found->second;
    if (F.Parameters.size() != E.Operands.size())
      fail(E.Line, "'" + E.Word + "' takes another number of arguments");
    Variables Own;
    for (size_t I = 0; I < E.Operands.size(); ++I)
      Own[F.Parameters[I]] = evaluate(*E.Operands[I], Locals);
    Returned = 0;
    runBlock(F.Body, Own);
    return Returned;
  }
};

/// The whole of a file, or nothing where it cannot be read.
std::optional<std::string> readFile(const char *Path) {
  std::FILE *const File = std::fopen(Path, "rb");
  if (!File)
    return std::nullopt;
  std::string Content;
  char Part[4096];
  while (const size_t Size = std::fread(Part, 1, sizeof(Part), File))
    Content.append(Part, Size);
  std::fclose(File);
  return Content;
}

} // namespace

int main(int Count, char **Arguments) {
  if (Count < 2) {
    std::cerr << "usage: interpreter SCRIPT...\n";
    return 2;
  }
  for (int I = 1; I < Count; ++I) {
    const std::optional<std::string> Source = readFile(Arguments[I]);
    if (!Source) {
      std::cerr << "cannot read " << Arguments[I] << '\n';
      return 1;
    }
    Functions Defined;
    const Block Script = Parser(tokenize(*Source), Defined).parseScript();
    Interpreter(Defined).run(Script);
  }
}
