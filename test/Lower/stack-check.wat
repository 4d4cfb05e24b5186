;; With explicit bounds a function compares its frame with the limit; guarded code leaves
;; that to the guard below the stack, which its frames are probed for.
;; RUN: wasm2native %s -O0 --bounds=explicit --emit=llvm-ir -o - | FileCheck %s
;; RUN: wasm2native %s -O0 --bounds=guard --emit=llvm-ir -o - \
;; RUN:   | FileCheck %s --check-prefix=GUARD --implicit-check-not=llvm.frameaddress
;; CHECK-LABEL: define {{.*}} @wasm.0.f(
;; CHECK:       %[[FRAME:.*]] = ptrtoint ptr %{{.*}} to i64
;; CHECK-NOT:   usub.sat
;; CHECK:       %[[LIMIT:.*]] = load i64,
;; CHECK-NEXT:  %[[BELOW:.*]] = icmp ult i64 %[[FRAME]], %[[LIMIT]]
;; CHECK-NEXT:  br i1 %[[BELOW]], label %[[TRAP:.*]], label
;; CHECK:       [[TRAP]]:
;; CHECK-NEXT:  call void @w2n_trap_by_code(i32 10)
;; GUARD:       "probe-stack"="inline-asm"
(module
  (func $f (export "f") (result i32) (i32.const 1)))
