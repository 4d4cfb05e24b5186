;; rethrow names a catch clause around, not any block.
;; RUN: wat2wasm --enable-all --no-check --debug-names %s -o %t.wasm
;; RUN: not wasm2native %t.wasm --emit=llvm-ir -o %t.ll 2>&1 | FileCheck %s
;; CHECK: error: invalid rethrow label 1: it is not a catch clause [function 1 'g']
(module
  (func $f
    try
    catch_all
      rethrow 0
    end)
  (func $g
    try
      try
      catch_all
        rethrow 1
      end
    end))
