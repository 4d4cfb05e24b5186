"""race.py NAME NAME: compiles both NAME.wat to the file out at the same time, again and
again, and reads that meanwhile: it has to be one of NAME.o, which are there already."""
import os
import subprocess
import sys

ROUNDS = 6


def content(path):
    with open(path, "rb") as file:
        return file.read()


names = sys.argv[1:]
expected = [content(f"{name}.o") for name in names]
failed = looks = faults = 0
for _ in range(ROUNDS):
    compilations = [subprocess.Popen(["wasm2native", "-c", "-O0", f"{name}.wat", "-o", "out"])
                    for name in names]
    while any(compilation.poll() is None for compilation in compilations):
        if os.path.exists("out"):
            looks += 1
            faults += content("out") not in expected
    failed += sum(compilation.returncode != 0 for compilation in compilations)
print(f"{failed} failed, {faults} of {looks} looks saw something else")
