"""Writes a module whose functions need much stack, each for another reason."""

COUNT = 5000

print('(module (memory 1)')
print('(func $many (result', 'i64 ' * 1000, ')', '(i64.const 1)' * 1000, ')')
print('(func $locals (export "locals") (param i32) (result i64) (local', 'i64 ' * COUNT, ')')
for local in range(1, COUNT + 1):
    print(f'(if (local.get 0) (then (local.set {local} (i64.const {local}))))')
print('(i64.const 0)')
for local in range(1, COUNT + 1):
    print(f'(local.get {local}) i64.add')
print(')')
print('(func $operands (export "operands") (param i64) (result i64) (local.get 0)')
for operand in range(COUNT):
    print(f'(i64.mul (local.get 0) (i64.const {operand}))')
print('i64.xor ' * COUNT, ')')
print('(func $across (export "across") (param i32) (result i64) (i64.const 0)')
for offset in range(COUNT):
    print(f'(i64.load offset={offset} (local.get 0))')
print('i64.xor ' * COUNT, ')')
print('(func $results (export "results") (param i32) (result i64) (local i64)')
for call in range(10):
    print('(call $many)', 'i64.add ' * 999, '(local.set 1)')
print('(local.get 1))')
print(')')
