;; A module that links where the script says it cannot is a failure.

;; RUN: %script %s -o %t.json
;; RUN: w2n-spectest %t.json -o %t
;; RUN: not %run %t | FileCheck %s

;; CHECK: wast:[[#@LINE+1]]: failed: instantiated
(assert_unlinkable (module (import "spectest" "print" (func))) "unknown import")
;; CHECK: wast:[[#@LINE+1]]: failed: another reason: {{.*}}unknown import spectest.nothing
(assert_unlinkable (module (import "spectest" "nothing" (func))) "incompatible import type")
;; CHECK: passed 0 of 2
