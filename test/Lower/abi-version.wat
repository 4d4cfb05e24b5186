;; Each object refers to a symbol that only a runtime of the same ABI version defines.
;; RUN: wasm2native %s -c -o %t.o
;; RUN: llvm-nm --undefined-only %t.o | FileCheck %s
;; CHECK: U w2n_rt_abi_v{{[0-9]+}}
(module)
