//===- cxx-exceptions.cpp - What C++ programs do with exceptions -----------===//

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Trace {
  const char *Name;
  explicit Trace(const char *Name) : Name(Name) {}
  ~Trace() { std::printf("destroyed %s\n", Name); }
};

struct Failure : std::runtime_error {
  int Code;
  Failure(const std::string &What, int Code) : std::runtime_error(What), Code(Code) {}
};

__attribute__((noinline)) int fail(int Kind) {
  const Trace Local("local of fail");
  switch (Kind) {
  case 1:
    throw 42;
  case 2:
    throw Failure("failure", 7);
  case 3:
    throw "text";
  default:
    return Kind;
  }
}

__attribute__((noinline)) void handle(int Kind) {
  try {
    const Trace Local("local of handle");
    std::printf("returned %d\n", fail(Kind));
  } catch (const std::exception &Caught) {
    std::printf("exception %s\n", Caught.what());
  } catch (int Number) {
    std::printf("number %d\n", Number);
  } catch (...) {
    std::printf("anything\n");
  }
}

void handleAgain() {
  try {
    try {
      fail(2);
    } catch (const Failure &Caught) {
      std::printf("first handler: %d\n", Caught.Code);
      throw;
    }
  } catch (const std::runtime_error &Caught) {
    std::printf("second handler: %s\n", Caught.what());
  }
}

/// A destructor that throws and catches while another exception is on its way.
struct Careful {
  ~Careful() {
    try {
      fail(1);
    } catch (int Number) {
      std::printf("inside of a destructor: %d\n", Number);
    }
  }
};

void nested() {
  try {
    const Careful Object;
    fail(3);
  } catch (const char *Text) {
    std::printf("outside: %s\n", Text);
  }
}

int throwsEveryTime(int I) {
  try {
    if (I % 2)
      throw I;
    throw std::make_unique<int>(I);
  } catch (int Number) {
    return Number;
  } catch (const std::unique_ptr<int> &Number) {
    return -*Number;
  }
}

int depth(int N) {
  const std::vector<int> Held(3, N);
  return N == 0 ? fail(1) : depth(N - 1) + Held[2];
}

} // namespace

int main(int Count, char **) {
  if (Count > 1)
    fail(2);
  for (int Kind = 0; Kind < 4; ++Kind)
    handle(Kind);
  handleAgain();
  nested();
  long Sum = 0;
  for (int I = 0; I < 300000; ++I)
    Sum += throwsEveryTime(I);
  std::printf("sum %ld\n", Sum);
  try {
    depth(1000);
  } catch (int Number) {
    std::printf("from far below: %d\n", Number);
  }
  return 0;
}
