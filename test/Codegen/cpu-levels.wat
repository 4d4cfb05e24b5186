;; Of a list of CPUs the first is the one that all code runs on. Functions with loops over memory,
;; floats or vectors are there once for each, behind a jump, and call each other directly.
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2,x86-64-v3,x86-64-v4 --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2,x86-64-v3,x86-64-v4 -O3 --emit=asm -o - | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux --cpu=x86-64-v2,x86-64-v3,x86-64-v4 --bounds=explicit --emit=asm -o - | FileCheck %s
;; CHECK-LABEL: {{^}}wasm.0.scale:
;; CHECK-DAG:   w2n_cpu_level_
;; CHECK-DAG:   "wasm.0.scale.x86-64-v3"
;; CHECK-DAG:   "wasm.0.scale.x86-64-v4"
;; CHECK:       jmp "wasm.0.scale.x86-64-v2"
;; CHECK-LABEL: {{^}}wasm.1.shift:
;; CHECK:       shlq %cl
;; CHECK-LABEL: {{^}}"wasm.0.scale.x86-64-v2":
;; CHECK-NOT:   vmul
;; CHECK-LABEL: {{^}}"wasm.0.scale.x86-64-v3":
;; CHECK-DAG:   vmul
;; CHECK-DAG:   call{{.*}} "wasm.0.scale.x86-64-v3"
;; CHECK-LABEL: {{^}}"wasm.0.scale.x86-64-v4":
;; CHECK-NOT:   {{shift|list}}.x86-64
(module
  (memory 1)
  (func $scale (export "scale") (param $at i32) (param $end i32)
    (loop $next
      (f32.store (local.get $at) (f32.mul (f32.load (local.get $at)) (f32.const 3)))
      (br_if $next
        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
    (if (i32.load (i32.const 0)) (then (call $scale (i32.const 0) (local.get $end)))))
  (func $shift (export "shift") (param i64 i64) (result i64)
    (i64.shl (local.get 0) (local.get 1)))
  ;; No loop that could gain by anything.
  (func $list (export "list") (param i32) (result i32)
    (loop $next
      (br_if $next (local.tee 0 (i32.load (local.get 0)))))
    (i32.load offset=4 (local.get 0))))
