;; A program says which features it was compiled for that the CPU lacks.
;; REQUIRES: qemu-x86_64
;; RUN: wasm2native %s --target=x86_64-linux --cpu=haswell --bounds=explicit -o %t
;; RUN: sh -c 'qemu-x86_64 -cpu Nehalem %t; echo status $?' 2>&1 | FileCheck %s
;; RUN: wasm2native %s --target=x86_64-linux --cpu=bdver4 --bounds=explicit -o %t.old
;; RUN: sh -c 'qemu-x86_64 -cpu max %t.old; echo status $?' 2>&1 | FileCheck %s --check-prefix=OLD
;; CHECK: error: this program was compiled for a CPU with features that this one lacks:
;; CHECK-SAME: AVX AVX2
;; CHECK-NEXT: status 1
;; OLD: this one lacks: XOP FMA4 TBM
;; OLD-NEXT: status 1
(module (func (export "_start")))
