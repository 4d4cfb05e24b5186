;; Where all that 32 bits can address is memory, what wraps around is not in it.
;; RUN: rm -rf %t.dir && mkdir %t.dir
;; RUN: wasm2native %s --dir=%t.dir::/ -o %t
;; RUN: %run %t > %t.out
;; RUN: wasm2native %s --dir=%t.dir::/ --bounds=explicit -o %t
;; RUN: %run %t >> %t.out
;; RUN: count 0 < %t.out
;; RUN: ls %t.dir | count 0
(module
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_create_directory"
    (func $path_create_directory (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "poll_oneoff"
    (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get"
    (func $random_get (param i32 i32) (result i32)))
  (memory (export "memory") 65536)
  ;; Buffers that wrap around, by one byte and by all.
  (data (i32.const 16) "\ff\ff\ff\ff\02\00\00\00")
  (data (i32.const 24) "\ff\ff\ff\ff\ff\ff\ff\ff")

  (func $fails (param $error i32)
    (if (i32.ne (local.get $error) (i32.const 21)) (then unreachable)))

  (func (export "_start")
    (call $fails (call $clock_time_get (i32.const 0) (i64.const 0) (i32.const -7)))
    (call $fails (call $random_get (i32.const -1) (i32.const 2)))
    (call $fails (call $random_get (i32.const -1) (i32.const -1)))
    (call $fails (call $path_create_directory (i32.const 3) (i32.const -2) (i32.const 3)))
    (call $fails (call $fd_write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 64)))
    (call $fails (call $fd_write (i32.const 1) (i32.const 24) (i32.const 1) (i32.const 64)))
    (call $fails (call $fd_write (i32.const 1) (i32.const -7) (i32.const 1) (i32.const 64)))
    (call $fails
      (call $fd_write (i32.const 1) (i32.const 32) (i32.const 0x20000001) (i32.const 64)))
    (call $fails
      (call $poll_oneoff (i32.const 0) (i32.const 0) (i32.const 0x05555556) (i32.const 64)))

    ;; Exactly at the end is inside.
    (if (call $clock_time_get (i32.const 0) (i64.const 0) (i32.const -8)) (then unreachable))
    (if (call $random_get (i32.const -1) (i32.const 1)) (then unreachable))))
