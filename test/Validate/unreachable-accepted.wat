;; Values that unreachable code lacks are of any type.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: wasm2native %t.wasm --emit=llvm-ir -o %t.ll

(module
  (func (export "_start")
    unreachable
    select
    i64.eqz
    br_if 0
    block (param i32 f64) (result f32)
      unreachable
      br_table 0 0
    end
    f32.abs
    drop))
