"""unwind.py IMAGE MODE: how each function of a Mach-O image is unwound, where MODE is the digit
of the encoding that stands for frame pointers."""

import bisect
import re
import subprocess
import sys

image, mode = sys.argv[1:]


def run(*command):
    return subprocess.run(command, check=True, text=True, capture_output=True).stdout


table = run("llvm-objdump", "--macho", "--unwind-info", image)
entries = sorted(
    (int(offset, 16), encoding)
    for offset, encoding in re.findall(
        r"function offset=0x(\w+), encoding\[\d+\]=0x(\w+)", table
    )
)
starts = [offset for offset, _ in entries]
# Functions are in __TEXT,__text and in compiled code's own section.
code = [
    (int(start, 16), int(size, 16))
    for size, start in re.findall(
        r"(?:__text|__w2n_text) +(\w+) (\w+)", run("llvm-objdump", "-h", image)
    )
]
missing = 0
for line in run("llvm-nm", "--numeric-sort", image).splitlines():
    fields = line.split(maxsplit=2)
    if len(fields) != 3 or fields[1] not in "tTsS":
        continue
    address = int(fields[0], 16)
    if not any(start <= address < start + size for start, size in code):
        continue
    at = bisect.bisect_right(starts, address) - 1
    if at < 0 or int(entries[at][1], 16) == 0:
        missing += 1
        print(fields[2], "has no entry")
    elif entries[at][1][1] == mode:
        print(fields[2].removeprefix("_"), "by its frame pointer", sep=": ")
    else:
        print(fields[2].removeprefix("_"), "otherwise", sep=": ")
print(missing, "functions without an entry")
