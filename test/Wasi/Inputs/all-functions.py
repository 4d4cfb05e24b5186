"""Prints a module in text that imports and calls each function of a module of WASI.

   all-functions.py WASI.DEF MODULE"""

import re
import sys

_, rows, module = sys.argv
with open(rows) as text:
    functions = re.findall(r'^W2N_WASI\((\w+), (\w*), (\w*), \w+, (\w+)\)', text.read(), re.MULTILINE)
if module == "wasi_unstable":
    functions = [row for row in functions if row[3] != "NONE"]

types = {"i": "i32", "I": "i64"}
print("(module")
for name, operands, results, _ in functions:
    signature = "".join(f" (param {types[o]})" for o in operands)
    signature += "".join(f" (result {types[r]})" for r in results)
    print(f'  (import "{module}" "{name}" (func ${name}{signature}))')
print('  (memory (export "memory") 1)')
print('  (func (export "_start")')
for name, operands, results, _ in sorted(functions, key=lambda row: row[0] == "proc_exit"):
    call = f"(call ${name}" + "".join(f" ({types[o]}.const 0)" for o in operands) + ")"
    print(f"    (drop {call})" if results else f"    {call}")
print("  ))")
