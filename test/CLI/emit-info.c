// --emit=info tells which compiler made a module and what it was allowed to use.

// RUN: %wasi-cc -O1 -msimd128 %s -o %t.wasm
// RUN: wasm2native %t.wasm --emit=info -o - 2>&1 | FileCheck %s
// RUN: rm -rf %t.d && mkdir %t.d && cd %t.d && wasm2native %t.wasm --emit=info
// RUN: FileCheck %s < %t.d/emit-info.c.tmp.txt
// CHECK-NOT: warning
// CHECK: processed-by: {{.*}}clang
// CHECK-NOT: warning
// CHECK: target feature: +simd128
// CHECK-NOT: warning
// CHECK: custom section: name, {{[0-9]+}} bytes

int main(void) { return 0; }
