;; An export with vectors in its type cannot be called from the command line.
;; RUN: not wasm2native %s --invoke=take -o %t 2>&1 | FileCheck %s --check-prefix=TAKE
;; RUN: not wasm2native %s --invoke=give -o %t 2>&1 | FileCheck %s --check-prefix=GIVE
;; TAKE: error: 'take' has type (i32, v128) -> (): --invoke cannot pass a v128
;; GIVE: error: 'give' has type () -> (v128): --invoke cannot pass a v128
(module
  (func (export "take") (param i32 v128))
  (func (export "give") (result v128) (v128.const i64x2 1 2)))
