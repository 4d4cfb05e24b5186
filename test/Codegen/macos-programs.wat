;; Programs for macOS are linked, signed and pass the audit; the signature's identifier is
;; the name of the output.
;; RUN: rm -rf %t && mkdir %t
;; RUN: wasm2native %s --target=arm64-apple-macos -o %t/my-app
;; RUN: w2n-audit %t/my-app | FileCheck %s
;; RUN: llvm-objdump --macho --private-header %t/my-app | FileCheck %s --check-prefix=ARM
;; RUN: wasm2native %s --target=x86_64-apple-macos --bounds=explicit -O0 -o %t/my-app
;; RUN: w2n-audit %t/my-app | FileCheck %s
;; RUN: llvm-objdump --macho --private-header %t/my-app | FileCheck %s --check-prefix=X86
;; CHECK: identifier 'my-app'; flags adhoc,linker-signed
;; ARM:   ARM64 {{.*}} EXECUTE
;; X86:   X86_64 {{.*}} EXECUTE
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (table funcref (elem $exit))
  (func (export "_start") (call_indirect (param i32) (i32.const 3) (i32.const 0))))
