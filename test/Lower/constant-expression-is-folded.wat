;; What a constant expression gives is in the image where all of it is known.
;; RUN: wat2wasm --enable-all --no-check %s -o %t.wasm
;; RUN: wasm2native %t.wasm --placement=program --invoke=get --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK: @global.2 = internal global i64 41{{$}}
(module
  (global i64 (i64.const 6))
  (global i64 (i64.sub (i64.mul (global.get 0) (i64.const 7)) (i64.const 1)))
  (global (mut i64) (global.get 1))
  (func (export "get") (result i64) (global.get 2)))
