"""Prints a module in text that imports and calls each function of wasi.def."""

import re
import sys

with open(sys.argv[1]) as rows:
    functions = re.findall(r'^W2N_WASI\((\w+), "(\w*):(\w*)"', rows.read(), re.MULTILINE)

types = {"i": "i32", "I": "i64"}
print("(module")
for name, operands, results in functions:
    signature = "".join(f" (param {types[o]})" for o in operands)
    signature += "".join(f" (result {types[r]})" for r in results)
    print(f'  (import "wasi_snapshot_preview1" "{name}" (func ${name}{signature}))')
print('  (memory (export "memory") 1)')
print('  (func (export "_start")')
for name, operands, results in sorted(functions, key=lambda row: row[0] == "proc_exit"):
    call = f"(call ${name}" + "".join(f" ({types[o]}.const 0)" for o in operands) + ")"
    print(f"    (drop {call})" if results else f"    {call}")
print("  ))")
