;; A program that is compiled with --profile-generate writes what it did when it ends, with a result,
;; by proc_exit or in a trap; --profile-use takes that.
;; RUN: rm -rf %t && mkdir -p %t && cd %t
;; RUN: wasm2native %s --profile-generate=end.profraw -o generate
;; RUN: %run ./generate 0
;; RUN: wasm2native %s --profile-use=end.profraw --emit=llvm-ir --placement=program -O0 -o - | FileCheck %s --check-prefix=END
;; RUN: env LLVM_PROFILE_FILE=exit%%%%.profraw %run ./generate 0 0
;; RUN: wasm2native %s --profile-use=exit%%.profraw --emit=llvm-ir --placement=program -O0 -o - | FileCheck %s --check-prefix=EXIT
;; RUN: env LLVM_PROFILE_FILE=trap-%%p.profraw not %run ./generate 0 0 0
;; RUN: sh -c 'wasm2native %s --profile-use=$(ls trap-*[0-9].profraw) --emit=llvm-ir --placement=program -O0 -o -' | FileCheck %s --check-prefix=TRAP
;; Several profiles are added up, and so is a program made faster.
;; RUN: wasm2native %s --profile-use=end.profraw --profile-use=exit%%.profraw -o use
;; RUN: %run ./use 0
;; RUN: wasm2native %s --profile-use=end.profraw --profile-use=exit%%.profraw --emit=llvm-ir --placement=program -O0 -o - | FileCheck %s --check-prefix=SUM
;; END-DAG:  @wasm.2.often{{.*}} !prof ![[#OFTEN:]]
;; END-DAG:  @wasm.3.never{{.*}} !prof ![[#NEVER:]]
;; END-DAG:  ![[#OFTEN]] = !{!"function_entry_count", i64 1000}
;; END-DAG:  ![[#NEVER]] = !{!"function_entry_count", i64 0}
;; EXIT-DAG: @wasm.2.often{{.*}} !prof ![[#OFTEN:]]
;; EXIT-DAG: ![[#OFTEN]] = !{!"function_entry_count", i64 2000}
;; TRAP-DAG: @wasm.2.often{{.*}} !prof ![[#OFTEN:]]
;; TRAP-DAG: ![[#OFTEN]] = !{!"function_entry_count", i64 3000}
;; SUM-DAG:  @wasm.2.often{{.*}} !prof ![[#OFTEN:]]
;; SUM-DAG:  ![[#OFTEN]] = !{!"function_entry_count", i64 3000}
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func $often (param i32) (result i32)
    (i32.add (i32.mul (local.get 0) (local.get 0)) (i32.load (i32.const 8))))
  (func $never (result i32)
    (i32.load (i32.const 12)))
  ;; As many thousand times as it has arguments.
  (func (export "_start")
    (local $count i32) (local $arguments i32)
    (drop (call $sizes (i32.const 0) (i32.const 4)))
    (local.set $arguments (i32.sub (i32.load (i32.const 0)) (i32.const 1)))
    (local.set $count (i32.mul (local.get $arguments) (i32.const 1000)))
    (loop $next
      (i32.store (i32.const 8) (call $often (local.get $count)))
      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (if (i32.gt_u (local.get $arguments) (i32.const 9))
      (then (drop (call $never))))
    (if (i32.eq (local.get $arguments) (i32.const 2))
      (then (call $exit (i32.const 0))))
    (if (i32.eq (local.get $arguments) (i32.const 3))
      (then (unreachable)))))
