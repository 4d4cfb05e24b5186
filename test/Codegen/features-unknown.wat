;; A CPU or a feature that LLVM does not know for the target is an error, and leaves no file.
;; RUN: rm -f %t.o
;; RUN: not wasm2native %s -c --target=aarch64-linux --cpu=haswell -o %t.o 2>&1 | FileCheck %s --check-prefix=CPU
;; RUN: not wasm2native %s -c --target=x86_64-linux --cpu-features=+neon -o %t.o 2>&1 | FileCheck %s --check-prefix=FEATURE
;; RUN: not wasm2native %s -c --target=x86_64-linux --cpu-features=avx2 -o %t.o 2>&1 | FileCheck %s --check-prefix=SIGN
;; RUN: not ls %t.o
;; CPU:     error: unknown CPU 'haswell' for aarch64
;; FEATURE: error: unknown CPU feature '+neon' for x86_64
;; SIGN:    error: unknown CPU feature 'avx2' for x86_64 (write +name or -name)
(module)
