;; A loop that fills memory calls the runtime's memset, on each CPU.
;; RUN: wasm2native %s --placement=library --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --placement=library --emit=asm --target=%{other}-linux -o - | FileCheck %s
;; CHECK: wasm.0.clear
;; CHECK: {{(call|jmp|bl|b).*memset}}
(module
  (memory 1)
  (func $clear (export "clear") (param $p i32) (param $count i32)
    (loop $again
      (i64.store (local.get $p) (i64.const 0))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
