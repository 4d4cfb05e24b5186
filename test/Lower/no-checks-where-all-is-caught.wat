;; A function that catches whatever it calls may throw throws nothing itself, so calls of it
;; are not checked; one whose handler throws does, and so does one that delegates past the
;; handler.
;; RUN: wasm2native %s --placement=program --emit=llvm-ir -O0 -o - | FileCheck %s
;; CHECK-LABEL: @wasm.5._start(
;; CHECK:       call fastcc void @wasm.1.catches()
;; CHECK-NEXT:  call fastcc void @wasm.2.tags()
;; CHECK-NEXT:  %[[TAGS:[0-9]+]] = load ptr, ptr @pending
;; CHECK:       call fastcc void @wasm.3.rethrows()
;; CHECK-NEXT:  %[[RETHROWS:[0-9]+]] = load ptr, ptr @pending
;; CHECK:       call fastcc void @wasm.4.delegates()
;; CHECK-NEXT:  %[[DELEGATES:[0-9]+]] = load ptr, ptr @pending
(module
  (tag $t)
  (func $thrower (throw $t))
  (func $catches (try (do (call $thrower)) (catch $t) (catch_all)))
  (func $tags (try (do (call $thrower)) (catch $t)))
  (func $rethrows (try (do) (catch $t (call $thrower)) (catch_all)))
  (func $delegates
    try
      try
        call $thrower
      delegate 1
    catch_all
    end)
  (func (export "_start")
    (call $catches)
    (call $tags)
    (call $rethrows)
    (call $delegates)))
