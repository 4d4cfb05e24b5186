;; A function is declared by an export, a segment or an initializer.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: wasm2native %t.wasm --emit=llvm-ir -o %t.ll

(module
  (table 1 funcref)
  (func $exported (export "exported"))
  (func $passive)
  (func $declared)
  (func $initializer)
  (elem func $passive)
  (elem declare func $declared)
  (global funcref (ref.func $initializer))
  (func (export "_start")
    (drop (ref.func $exported))
    (drop (ref.func $passive))
    (drop (ref.func $declared))
    (drop (ref.func $initializer))))
