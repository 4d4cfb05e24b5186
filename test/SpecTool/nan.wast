;; NaNs match by pattern: a canonical one is arithmetic, but not the other way round.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

(module
  (func (export "payload") (result f64) f64.const nan:0x8000000000001)
  (func (export "signalling") (result f32) f32.const nan:0x200000)
  (func (export "negative") (result f32) f32.const -nan))

(assert_return (invoke "negative") (f32.const nan:canonical))
(assert_return (invoke "negative") (f32.const nan:arithmetic))
(assert_return (invoke "payload") (f64.const nan:arithmetic))
;; CHECK: wast:[[#@LINE+1]]: failed: payload returned 0x7ff8000000000001
(assert_return (invoke "payload") (f64.const nan:canonical))
;; CHECK: wast:[[#@LINE+1]]: failed: signalling returned 0x7fa00000
(assert_return (invoke "signalling") (f32.const nan:arithmetic))
;; CHECK: passed 4 of 6
