(module
  (func $next (import "host" "next") (param i32) (result i32))
  (memory MEMORY)
  (func $fill (export "fill") (param $p i32)
    (loop $again
      (i32.store (local.get $p) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 4)) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 8)) (local.get $p))
      (i32.store (i32.add (local.get $p) (i32.const 12)) (local.get $p))
      (br_if $again (local.tee $p (call $next (local.get $p)))))))
