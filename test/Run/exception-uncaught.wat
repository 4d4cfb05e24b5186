;; An exception that nothing catches ends the program: its tag, by the name of an export or
;; by its index, and where it was thrown.
;; RUN: wat2wasm --enable-all --debug-names %s -o %t.wasm
;; RUN: wasm2native %t.wasm --invoke=f -O0 -o %t.exe
;; RUN: %python -c "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode != 134)" \
;; RUN:   %run %t.exe 0 2>&1 | FileCheck %s --check-prefixes=EXPORT,TRACE
;; RUN: not %run %t.exe 1 2>&1 | FileCheck %s --check-prefixes=INDEX,TRACE
;; EXPORT:     {{^}}wasm trap: uncaught exception: underflow{{$}}
;; INDEX:      {{^}}wasm trap: uncaught exception: tag 1{{$}}
;; TRACE-NEXT: {{^}}  at 0: thrower{{$}}
;; TRACE-NEXT: {{^}}  at 1: middle{{$}}
;; TRACE-NEXT: {{^}}  at 2: f{{$}}
;; TRACE-NOT:  at
(module
  (tag (export "underflow"))
  (tag (param i32))
  (func $thrower (param i32)
    (if (i32.eqz (local.get 0)) (then (throw 0)))
    (throw 1 (i32.const 7)))
  (func $middle (param i32) (call $thrower (local.get 0)))
  (func $f (export "f") (param i32) (call $middle (local.get 0))))
