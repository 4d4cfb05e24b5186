;; Tables grow, are filled and copied, also onto themselves; growing beyond the maximum
;; gives -1 and changes nothing.
;; RUN: wasm2native %s --invoke=run -O0 -o %t && %run %t | FileCheck %s
;; RUN: wasm2native %s --invoke=run -O2 --bounds=explicit -o %t && %run %t | FileCheck %s
;; CHECK:      {{^}}2{{$}}
;; CHECK-NEXT: {{^}}-1{{$}}
;; CHECK-NEXT: {{^}}6{{$}}
;; CHECK-NEXT: {{^}}112233{{$}}
;; CHECK-NEXT: {{^}}1{{$}}
(module
  (table $t 2 6 funcref)
  (elem $three func $one $two $three)
  (type $number (func (result i32)))
  (func $one (type $number) (i32.const 1))
  (func $two (type $number) (i32.const 2))
  (func $three (type $number) (i32.const 3))
  (func $digits (result i32) (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10))
                               (call_indirect (type $number) (local.get $i))))
      (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                             (i32.const 6))))
    (local.get $sum))
  (func (export "run") (result i32 i32 i32 i32 i32)
    (table.grow $t (ref.null func) (i32.const 4))
    (table.grow $t (ref.null func) (i32.const 1))
    (table.size $t)
    (table.init $t $three (i32.const 1) (i32.const 0) (i32.const 3))
    (table.copy $t $t (i32.const 0) (i32.const 1) (i32.const 3))
    (table.copy $t $t (i32.const 1) (i32.const 0) (i32.const 3))
    (table.set $t (i32.const 2) (ref.func $two))
    (table.set $t (i32.const 3) (ref.func $two))
    (table.fill $t (i32.const 4) (ref.func $three) (i32.const 2))
    (call $digits)
    (table.set $t (i32.const 5) (ref.null func))
    (ref.is_null (table.get $t (i32.const 5)))))
