;; proc_exit ends the process with its status, and nothing behind it happens.
;; RUN: wasm2native %s -o %t
;; RUN: bash -c '%run %t; test $? = 1'
;; RUN: bash -c '%run %t one; test $? = 2'
;; RUN: wasm2native %s --bounds=explicit -o %t
;; RUN: bash -c '%run %t 1 2 3; test $? = 4'
;; RUN: %if run-aarch64 %{ wasm2native %s --target=aarch64-linux-gnu -o %t.aarch64 && \
;; RUN:   bash -c '%run-aarch64 %t.aarch64 1 2; test $? = 3' %}
(module
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  ;; Exits with the number of its arguments.
  (func (export "_start")
    (drop (call $args_sizes_get (i32.const 0) (i32.const 4)))
    (call $proc_exit (i32.load (i32.const 0)))
    unreachable))
