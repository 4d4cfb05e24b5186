;; catch_all catches exceptions, not traps, nor the end of the stack.
;; RUN: wasm2native %s --invoke=trap -o %t.trap
;; RUN: not %run %t.trap 0 2>&1 | FileCheck %s --check-prefix=TRAP
;; RUN: wasm2native %s --invoke=descend -o %t.guard
;; RUN: not %run %t.guard 2>&1 | FileCheck %s --check-prefix=STACK
;; RUN: wasm2native %s --invoke=descend --bounds=explicit -o %t.explicit
;; RUN: not %run %t.explicit 2>&1 | FileCheck %s --check-prefix=STACK
;; TRAP:  wasm trap: integer divide by zero
;; STACK: wasm trap: call stack exhausted
(module
  (tag $t)
  (global $depth (mut i32) (i32.const 0))
  (func $divide (param i32) (result i32)
    (if (i32.eq (local.get 0) (i32.const 9)) (then (throw $t)))
    (i32.div_u (i32.const 1) (local.get 0)))
  (func (export "trap") (param i32) (result i32)
    (try (result i32) (do (call $divide (local.get 0))) (catch_all (i32.const 5))))
  (func $descend (export "descend")
    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
    (if (i32.eqz (global.get $depth)) (then (throw $t)))
    (try (do (call $descend)) (catch_all))
    (global.set $depth (i32.sub (global.get $depth) (i32.const 1)))))
