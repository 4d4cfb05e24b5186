"""Prints a module of one function with a loop and as many chains of instructions as asked."""

import sys

chain = """
    (global.set $seed (i32.mul (i32.xor (global.get $seed) (local.get $at)) (i32.const {})))
    (if (i32.eqz (global.get $seed)) (then (call $pause)))"""

print("""(module
  (import "host" "pause" (func $pause))
  (memory 1)
  (global $seed (mut i32) (i32.const 1))
  (func (export "large")
    (local $at i32)
    (loop $again
      (i32.store offset=1024 (local.get $at)
        (i32.add (i32.and (i32.load offset=1024 (local.get $at)) (i32.const 0x0f0f0f0f))
                 (i32.load offset=32768 (local.get $at))))
      (br_if $again
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4)))
                  (i32.const 16384))))""")
for number in range(int(sys.argv[1])):
    print(chain.format(2 * number + 3))
print("))")
