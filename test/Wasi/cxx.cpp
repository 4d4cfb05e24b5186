// A C++ program with iostream and containers.
// RUN: %wasi-cxx %s -o %t.wasm
// RUN: wasm2native %t.wasm -o %t
// RUN: echo "b a c a" | %run %t | FileCheck %s
#include <iostream>
#include <map>
#include <string>

// CHECK: a=2
// CHECK-NEXT: b=1
// CHECK-NEXT: c=1
int main() {
  std::map<std::string, int> Count;
  for (std::string Word; std::cin >> Word;)
    ++Count[Word];
  for (const auto &[Word, Number] : Count)
    std::cout << Word << '=' << Number << '\n';
}
