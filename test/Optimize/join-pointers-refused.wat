;; The pointers of a loop that has no other use for the base of memory stay as they are: the
;; base need not be kept for them.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.prefixes
;; CHECK-COUNT-2: inttoptr
(module
  (memory 1)
  (func $prefixes (export "prefixes") (param $to i32) (param $from i32) (param $count i32)
    (local $sum i32)
    (loop $again
      (i32.store (local.get $to)
        (local.tee $sum (i32.mul (i32.const 31)
          (i32.add (local.get $sum) (i32.load (local.get $from))))))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
