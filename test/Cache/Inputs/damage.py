"""Damages the entry of a module in all ways, and compiles the module again after each."""
import glob
import os
import subprocess


def compile_module(name, cache="cache"):
    command = ["wasm2native", name, "-v", f"--cache-dir={cache}", "-o", "out"]
    done = subprocess.run(command, text=True, capture_output=True, check=True)
    with open("out", "rb") as file:
        return file.read(), done.stderr.rstrip().split(": ")[-1]


def entry(cache):
    (path,) = glob.glob(f"{cache}/objects/llvmcache-*")
    return path


def flipped(content, position):
    changed = bytearray(content)
    changed[position] ^= 1
    return bytes(changed)


for name, body in (("a.wat", ""), ("b.wat", "unreachable")):
    with open(name, "w") as file:
        file.write(f'(module (func (export "_start") {body}))')
expected, _ = compile_module("a.wat")
compile_module("b.wat", "other")
with open(entry("cache"), "rb") as file:
    good = file.read()
with open(entry("other"), "rb") as file:
    other = file.read()

DAMAGES = {
    "changed in front": flipped(good, 0),
    "changed in the middle": flipped(good, len(good) // 2),
    "changed at the end": flipped(good, -1),
    "cut off": good[: len(good) // 2],
    "empty": b"",
    "longer": good + b"\0",
    "another module's": other,
}
for damage, content in DAMAGES.items():
    with open(entry("cache"), "wb") as file:
        file.write(content)
    output, result = compile_module("a.wat")
    with open(entry("cache"), "rb") as file:
        again = file.read()
    print(f"{damage}: {result}, {'the same' if output == expected else 'ANOTHER'} output, "
          f"{'a good' if again == good else 'A BAD'} entry again")
