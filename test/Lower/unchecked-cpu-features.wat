;; What a CPU has but no program checks for is not used: APX on x86-64 (operations with three
;; operands), and on macOS what came after the M1 (CSSC's population count).
;; RUN: wasm2native %s --target=x86_64-linux --cpu=diamondrapids --emit=asm -o - | FileCheck %s --check-prefix=APX
;; RUN: wasm2native %s --target=arm64-apple-macos --cpu=apple-m5 --emit=asm -o - | FileCheck %s --check-prefix=M1
;; RUN: wasm2native %s --target=aarch64-linux --cpu=apple-m5 --emit=asm -o - | FileCheck %s --check-prefix=CSSC
;; APX-NOT: subl %{{.*}}, %{{.*}}, %
;; APX: subl %{{[a-z0-9]+}}, %{{[a-z0-9]+$}}
;; APX-NOT: subl %{{.*}}, %{{.*}}, %
;; M1-NOT: cnt {{w[0-9]}}
;; M1: cnt{{.*}}v
;; CSSC: cnt {{w[0-9]}}
(module
  (func (export "subtract") (param i32 i32) (result i32)
    (i32.sub (local.get 0) (local.get 1)))
  (func (export "count") (param i32) (result i32)
    (i32.popcnt (local.get 0))))
