;; Where what is read and written overlaps, vectors cannot be used: the loop that is kept for that
;; does two elements in each iteration, as the producer had unrolled it.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; CHECK-LABEL: define {{.*}}@wasm.0.add
;; CHECK: store <4 x i32>
;; CHECK: {{^}}loop:
;; CHECK: store i32
;; CHECK-NOT: br i1
;; CHECK: store i32
(module
  (memory 1)
  (func $add (export "add") (param $to i32) (param $from i32)
    (local $count i32)
    (local.set $count (i32.const 560))
    (loop $again
      (i32.store (local.get $to)
        (i32.add (i32.load (local.get $to)) (i32.load (local.get $from))))
      (i32.store offset=4 (local.get $to)
        (i32.add (i32.load offset=4 (local.get $to)) (i32.load offset=4 (local.get $from))))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (br_if $again (local.tee $count (i32.sub (local.get $count) (i32.const 2)))))))
