;; Checks stay in loops where it is not certain that one of them fails, where that can be seen, or
;; where an address may come around what is out of bounds.
;; RUN: wasm2native %s --bounds=explicit --placement=library --emit=llvm-ir -o - | FileCheck %s
(module
  (memory 1)

  ;; CHECK-LABEL: define {{.*}}@wasm.0.left.early
  ;; CHECK: {{^}}loop:
  ;; CHECK: br i1 %{{.*}}, label %trap
  (func $left.early (export "left.early") (param $p i32) (param $count i32) (result i32)
    (block $end
      (loop $next
        (br_if $end (i32.eqz (i32.load8_u (local.get $p))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))
    (local.get $p))

  ;; CHECK-LABEL: define {{.*}}@wasm.1.with.call
  ;; CHECK: {{^}}loop:
  ;; CHECK: br i1 %{{.*}}, label %trap
  (func $with.call (export "with.call") (param $p i32) (param $count i32)
    (loop $next
      (i32.store (local.get $p) (i32.const 1))
      (drop (memory.grow (i32.const 1)))
      (local.set $p (i32.add (local.get $p) (i32.const 4)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; CHECK-LABEL: define {{.*}}@wasm.2.far
  ;; CHECK: {{^}}loop:
  ;; CHECK: br i1 %{{.*}}, label %trap
  (func $far (export "far") (param $p i32) (param $count i32)
    (loop $next
      (i32.store (local.get $p) (local.get $count))
      (local.set $p (i32.add (local.get $p) (i32.const 65540)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
