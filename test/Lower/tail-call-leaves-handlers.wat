;; What a tail call throws is no longer the function's to catch.
;; RUN: wat2wasm --enable-all %s -o %t.wasm
;; RUN: wasm2native %t.wasm --placement=program --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.1.
;; CHECK:       musttail call tailcc void @wasm.0.()
;; CHECK-NEXT:  ret void
;; CHECK-NOT:   landing
;; CHECK:       }
(module
  (tag $t)
  (func $thrower (throw $t))
  (func $tail (try (do (return_call $thrower)) (catch_all)))
  (func (export "_start") (call $tail)))
