;; Parts of a library call its imports, wherever the types of these are defined.
;; RUN: wasm2native %s --emit=staticlib --part-size=1 -o %t.a
(module
  (import "host" "report" (func $report (param i32)))
  (import "host" "other" (func $other (result i64)))
  (func (export "first") (call $report (i32.const 1)))
  (func (export "second") (call $report (i32.const 2)) (drop (call $other)))
  (func (export "third") (call $report (i32.const 3)) (drop (call $other)))
  (func (export "fourth") (call $report (i32.const 4)) (drop (call $other)))
  (func (export "fifth") (call $report (i32.const 5)) (drop (call $other))))
