"""Writes a function that calls itself with many loaded values on its operand stack."""

COUNT = 30000

print('(module (memory 1) (func $descend (export "descend") (param i32) (result i64)')
for offset in range(COUNT):
    print(f'(i64.load offset={offset} (local.get 0))')
print('(call $descend (i32.const 1))', 'i64.xor ' * COUNT, '))')
