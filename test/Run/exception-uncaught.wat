;; An exception that nothing catches ends the program: its tag, by the name in the name
;; section, by that of an export, or by its index, and where it was thrown.
;; RUN: wat2wasm --enable-all --debug-names %s -o %t.wasm
;; RUN: wasm2native %t.wasm --invoke=f -O0 -o %t.exe
;; RUN: %python -c "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode != 134)" \
;; RUN:   %run %t.exe 0 2>&1 | FileCheck %s --check-prefixes=NAME,TRACE
;; RUN: not %run %t.exe 1 2>&1 | FileCheck %s --check-prefixes=EXPORT,TRACE
;; RUN: not %run %t.exe 2 2>&1 | FileCheck %s --check-prefixes=INDEX,TRACE
;; NAME:       {{^}}wasm trap: uncaught exception: overflow{{$}}
;; EXPORT:     {{^}}wasm trap: uncaught exception: underflow{{$}}
;; INDEX:      {{^}}wasm trap: uncaught exception: tag 2{{$}}
;; TRACE-NEXT: {{^}}  at 0: thrower{{$}}
;; TRACE-NEXT: {{^}}  at 1: middle{{$}}
;; TRACE-NEXT: {{^}}  at 2: f{{$}}
;; TRACE-NOT:  at
(module
  (tag $overflow (param i32))
  (tag (export "underflow"))
  (tag)
  (func $thrower (param i32)
    (if (i32.eqz (local.get 0)) (then (throw $overflow (i32.const 7))))
    (if (i32.eq (local.get 0) (i32.const 1)) (then (throw 1)))
    (throw 2))
  (func $middle (param i32) (call $thrower (local.get 0)))
  (func $f (export "f") (param i32) (call $middle (local.get 0))))
