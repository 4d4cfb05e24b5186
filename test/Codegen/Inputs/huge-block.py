"""Prints a module of one function with a block of as many products as asked."""

import sys

print('(module (memory 1) (func (export "_start") (local $x i32)')
print("(local.set $x (i32.load (i32.const 0)))")
for number in range(int(sys.argv[1])):
    print(f"(i32.store (i32.const {4 * (number % 1000)}) (i32.mul (local.get $x) (i32.const 9)))")
    print(f"(local.set $x (i32.xor (local.get $x) (i32.const {number})))")
print("))")
