;; The form of a 128-bit product that adds both products of a low and a high half at once, and
;; finds by comparing what is carried, is one multiplication as well.
;; RUN: wasm2native %s --placement=library --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s --invoke=product -o %t
;; RUN: %t 0xfedcba9876543210 0x8123456789abcdef | FileCheck %s --check-prefix=VALUE
;; VALUE:       {{^}}2465395958572223728{{$}}
;; VALUE-NEXT:  {{^}}-9182743652376383414{{$}}
;; CHECK-LABEL: define {{.*}}@wasm.0.product(
;; CHECK:       = mul {{.*}}i128
;; CHECK-NOT:   = mul
;; CHECK:       {{^}}}
(module
  (func $product (export "product") (param $x i64) (param $y i64) (result i64 i64)
    (local $lows i64) (local $cross i64) (local $term i64) (local $low i64)
    (local.set $lows (i64.mul (i64.and (local.get $x) (i64.const 0xffffffff))
                              (i64.and (local.get $y) (i64.const 0xffffffff))))
    (local.set $term (i64.mul (i64.and (local.get $x) (i64.const 0xffffffff))
                              (i64.shr_u (local.get $y) (i64.const 32))))
    (local.set $cross
      (i64.add (local.get $term)
               (i64.mul (i64.shr_u (local.get $x) (i64.const 32))
                        (i64.and (local.get $y) (i64.const 0xffffffff)))))
    (local.tee $low (i64.add (local.get $lows) (i64.shl (local.get $cross) (i64.const 32))))
    (i64.add
      (i64.add (i64.mul (i64.shr_u (local.get $x) (i64.const 32))
                        (i64.shr_u (local.get $y) (i64.const 32)))
               (i64.or (i64.shl (i64.extend_i32_u (i64.lt_u (local.get $cross) (local.get $term)))
                                (i64.const 32))
                       (i64.shr_u (local.get $cross) (i64.const 32))))
      (i64.extend_i32_u (i64.lt_u (local.get $low) (local.get $lows))))))
