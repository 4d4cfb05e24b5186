"""truncate.py MODULE: compiles each beginning of a module in the binary format, but for
those that end where a section does, which may be modules themselves."""
import os
import re
import subprocess
import sys


def section_ends(module):
    end = 8
    while end <= len(module):
        yield end
        # The sections here are shorter than 128 bytes: their size is one byte.
        end += 2 + module[end + 1] if end < len(module) else 1


with open(sys.argv[1], "rb") as file:
    module = file.read()
ends = set(section_ends(module))
assert len(module) in ends
faults = 0
for length in range(1, len(module)):
    if length in ends:
        continue
    with open("part.wasm", "wb") as file:
        file.write(module[:length])
    done = subprocess.run(["wasm2native", "-c", "part.wasm", "-o", "part.o"],
                          capture_output=True, text=True)
    one_line = re.fullmatch(r"part\.wasm:0x[0-9a-f]+: error: .+\n", done.stderr)
    if done.returncode != 1 or not one_line or os.path.exists("part.o"):
        print(f"{length} bytes: status {done.returncode}, {done.stderr!r}")
        faults += 1
print(len(module) - len(ends), "beginnings,", faults, "at fault")
