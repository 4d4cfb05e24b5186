#include "numbers.h"

#include <cstdio>

// The library is found when this starts, and has the module.
int main() {
  const w2n_module *volatile module = &w2n_module_numbers;
  std::printf("the library %s the module\n", module ? "has" : "lacks");
}
