// A C++ program with streams, containers, algorithms and virtual functions prints what it
// prints in node, and exits with the same status.
// REQUIRES: node, wasi-sdk
// RUN: %wasi-cxx -std=c++17 %s -o %t.wasm
// RUN: sh -c 'echo "to be or not to be" | node --no-warnings %S/Inputs/run-wasi.mjs %t.wasm; echo $?' > %t.expected
// RUN: FileCheck %s < %t.expected
// RUN: wasm2native %t.wasm -O0 -o %t
// RUN: sh -c 'echo "to be or not to be" | %run %t; echo $?' > %t.0
// RUN: cmp %t.expected %t.0
// RUN: wasm2native %t.wasm -O2 -o %t
// RUN: sh -c 'echo "to be or not to be" | %run %t; echo $?' > %t.2
// RUN: cmp %t.expected %t.2
// CHECK: be 2
// CHECK: area 78.54
// CHECK: {{^}}42{{$}}
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

struct Shape {
  virtual ~Shape() { std::cout << "gone\n"; }
  virtual std::string name() const = 0;
  virtual double area() const = 0;
};

struct Circle : Shape {
  double Radius = 5;
  std::string name() const override { return "circle"; }
  double area() const override { return Radius * Radius * 3.14159265; }
};

struct Square : Shape {
  std::string name() const override { return "square"; }
  double area() const override { return 6.25; }
};

static void countWords() {
  std::map<std::string, int> Words;
  for (std::string Word; std::cin >> Word;)
    ++Words[Word];
  for (const auto &[Word, Count] : Words)
    std::cout << Word << ' ' << Count << '\n';
}

int main() {
  countWords();
  std::vector<std::unique_ptr<Shape>> Shapes;
  Shapes.push_back(std::make_unique<Circle>());
  Shapes.push_back(std::make_unique<Square>());
  for (const auto &S : Shapes)
    std::cout << S->name() << " area " << std::fixed << std::setprecision(2) << S->area() << '\n';
  std::vector<int> Numbers(1000);
  std::iota(Numbers.begin(), Numbers.end(), 1);
  std::function<bool(int, int)> ByDigitSum = [](int A, int B) {
    const auto Sum = [](int N) { return N / 100 + N / 10 % 10 + N % 10; };
    return std::pair(Sum(A), A) < std::pair(Sum(B), B);
  };
  std::sort(Numbers.begin(), Numbers.end(), ByDigitSum);
  std::unordered_map<int, std::string> Names;
  for (int N : Numbers)
    Names[N % 37] += std::to_string(N);
  std::ostringstream Text;
  for (int I = 0; I < 37; ++I)
    Text << std::hex << std::hash<std::string>()(Names[I]) << ' ' << Names[I].size() << '\n';
  std::cout << Text.str() << std::flush;
  Shapes.clear();
  std::exit(42);
}
