;; Addresses and lengths that are not in memory are an error, never more than that.
;; RUN: rm -rf %t.dir && mkdir %t.dir
;; RUN: wasm2native %s --dir=%t.dir::/ -o %t
;; RUN: %run %t > %t.out
;; RUN: count 0 < %t.out
;; RUN: ls %t.dir | count 0
;; RUN: wasm2native %s --bounds=explicit --dir=%t.dir::/ -o %t
;; RUN: %run %t > %t.out
;; RUN: count 0 < %t.out
;; RUN: ls %t.dir | count 0
(module
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_fdstat_get"
    (func $fd_fdstat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_filestat_get"
    (func $fd_filestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_get"
    (func $fd_prestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_dir_name"
    (func $fd_prestat_dir_name (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_readdir"
    (func $fd_readdir (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_create_directory"
    (func $path_create_directory (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_symlink"
    (func $path_symlink (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "poll_oneoff"
    (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get"
    (func $random_get (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "name")
  ;; At 16: a good buffer and a bad one; at 32: one that wraps around.
  (data (i32.const 16) "\00\00\00\00\01\00\00\00\ff\ff\00\00\02\00\00\00")
  (data (i32.const 32) "\ff\ff\ff\ff\ff\ff\ff\ff")

  (func $fails (param $error i32)
    (if (i32.ne (local.get $error) (i32.const 21)) (then unreachable)))

  (func (export "_start")
    ;; The last address that is too high for eight, four and one byte.
    (call $fails (call $clock_time_get (i32.const 0) (i64.const 0) (i32.const 65529)))
    (call $fails (call $args_sizes_get (i32.const 65533) (i32.const 0)))
    (call $fails (call $args_sizes_get (i32.const 0) (i32.const -1)))
    (call $fails (call $args_get (i32.const 65533) (i32.const 0)))
    (call $fails (call $args_get (i32.const 0) (i32.const 65536)))
    (call $fails (call $random_get (i32.const 65535) (i32.const 2)))
    (call $fails (call $random_get (i32.const 1) (i32.const -1)))
    (call $fails (call $random_get (i32.const 65537) (i32.const 0)))
    (call $fails (call $fd_fdstat_get (i32.const 1) (i32.const 65513)))
    (call $fails (call $fd_filestat_get (i32.const 1) (i32.const 65473)))
    (call $fails (call $fd_prestat_get (i32.const 3) (i32.const 65529)))
    (call $fails (call $fd_prestat_dir_name (i32.const 3) (i32.const 65536) (i32.const 1)))
    (call $fails
      (call $fd_readdir (i32.const 3) (i32.const 0) (i32.const 65537) (i64.const 0) (i32.const 0)))
    (call $fails
      (call $fd_readdir (i32.const 3) (i32.const 0) (i32.const 9) (i64.const 0) (i32.const 65533)))

    ;; Lists of buffers: nothing of them is written.
    (call $fails (call $fd_write (i32.const 1) (i32.const 16) (i32.const 2) (i32.const 64)))
    (call $fails (call $fd_write (i32.const 1) (i32.const 32) (i32.const 1) (i32.const 64)))
    (call $fails (call $fd_write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 65533)))
    (call $fails (call $fd_write (i32.const 1) (i32.const 65529) (i32.const 1) (i32.const 64)))
    (call $fails
      (call $fd_write (i32.const 1) (i32.const 16) (i32.const 0x20000001) (i32.const 64)))
    (call $fails
      (call $poll_oneoff (i32.const 0) (i32.const 0) (i32.const 0x05555556) (i32.const 64)))
    (call $fails (call $poll_oneoff (i32.const 0) (i32.const 65535) (i32.const 1) (i32.const 64)))

    ;; Paths: no file is made.
    (call $fails
      (call $path_create_directory (i32.const 3) (i32.const 65535) (i32.const 2)))
    (call $fails (call $path_create_directory (i32.const 3) (i32.const 4) (i32.const -1)))
    (call $fails
      (call $path_symlink
        (i32.const 65535) (i32.const 2) (i32.const 3) (i32.const 0) (i32.const 4)))
    (call $fails
      (call $path_open
        (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 1)
        (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 65533)))

    ;; Exactly at the end is inside.
    (if (call $random_get (i32.const 65535) (i32.const 1)) (then unreachable))
    (if (call $random_get (i32.const 65536) (i32.const 0)) (then unreachable))
    (if (call $fd_filestat_get (i32.const 1) (i32.const 65472)) (then unreachable))))
