;; Both parts of a universal file are signed, and the signatures stand when it is taken apart.
;; RUN: wasm2native %s --target=arm64-apple-macos,x86_64-apple-macos --invoke=f -o %t
;; RUN: w2n-audit %t | FileCheck %s
;; RUN: llvm-lipo %t -thin arm64 -output %t.arm64
;; RUN: w2n-audit %t.arm64
;; CHECK-COUNT-2: flags adhoc,linker-signed
(module (func (export "f") (param i32) (result i32) (local.get 0)))
