;; A program may throw without end: what it has caught is freed. All its exceptions
;; together would need 500 times the address space it is given.
;; Instrumented, w2n-noexec itself takes more address space than the limit.
;; UNSUPPORTED: sanitized
;; RUN: wasm2native %s --invoke=f --bounds=explicit -o %t
;; RUN: bash -c 'ulimit -v 1000000; exec %run %t 2000000' | FileCheck %s
;; CHECK: {{^}}2000000{{$}}
(module
  (tag $t (param i32))
  (func $throw (throw $t (i32.const 1)))
  (func (export "f") (param i32) (result i32)
    (local $sum i32)
    (loop $again
      (try (do (call $throw))
        (catch $t (local.set $sum (i32.add (local.get $sum)))))
      (br_if $again (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (local.get $sum)))
