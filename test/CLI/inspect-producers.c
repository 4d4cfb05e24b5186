// inspect tells which compiler made a module and what it was allowed to use.

// RUN: %wasi-cc -O1 -msimd128 %s -o %t.wasm
// RUN: wasm2native inspect %t.wasm 2>&1 | FileCheck %s
// CHECK-NOT: warning
// CHECK: processed-by: {{.*}}clang
// CHECK: target features: {{.*}}+simd128

int main(void) { return 0; }
