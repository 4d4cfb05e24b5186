;; Blocks, loops and both arms of an if take parameters.
;; RUN: wat2wasm --no-check --debug-names %s -o %t.wasm
;; RUN: wasm2native %t.wasm --emit=llvm-ir -o %t.ll

(module
  (func (export "_start") (local i64)
    i32.const 1
    i64.const 2
    block (param i32 i64) (result i64 i32)
      loop (param i32 i64) (result i64 i32)
        local.set 0
        i64.extend_i32_u
        local.get 0
        i32.wrap_i64
      end
    end
    if (param i64) (result i64)
      i64.eqz
      i64.extend_i32_u
    else
      i64.clz
    end
    drop)
)
