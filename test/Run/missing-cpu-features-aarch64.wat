;; On AArch64 too a program says what the CPU lacks.
;; REQUIRES: qemu-aarch64
;; RUN: wasm2native %s --target=aarch64-linux --cpu=neoverse-n1 --bounds=explicit -o %t
;; RUN: sh -c 'qemu-aarch64 -cpu cortex-a57 %t; echo status $?' 2>&1 | FileCheck %s
;; RUN: qemu-aarch64 -cpu neoverse-n1 %t
;; CHECK: error: this program was compiled for a CPU with features that this one lacks:
;; CHECK-SAME: {{ }}LSE RDM FP16 DotProd LRCPC{{$}}
;; CHECK-NEXT: status 1
(module (func (export "_start")))
