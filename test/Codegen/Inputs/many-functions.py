"""Prints a module of as many functions as asked, each of some hundred instructions, that call
one another through a table, read a global, and give the sum of their numbers."""

import sys

count = int(sys.argv[1])
names = " ".join(f"$f{number}" for number in range(count))
print(f"""(module
  (memory 1)
  (global $sum (mut i32) (i32.const 0))
  (table funcref (elem {names}))
  (func (export "sum") (result i32)
    (local $at i32)
    (loop $again
      (call_indirect (local.get $at))
      (br_if $again
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const {count}))))
    (global.get $sum))""")
for number in range(count):
    print(f"  (func $f{number}")
    print(f"    (global.set $sum (i32.add (global.get $sum) (i32.const {number})))")
    for step in range(40):
        print(f"    (i32.store (i32.const {4 * step}) (i32.rotl (i32.load (i32.const "
              f"{4 * step + 4})) (global.get $sum)))")
    print("  )")
print(")")
