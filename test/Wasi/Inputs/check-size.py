"""Reads what llvm-size says of a program, and fails if its text has more bytes: LIMIT.

Text is the code and all that is read-only: the first column for ELF; for Mach-O the sections of
the segment __TEXT, which is filled up to a page."""

import re
import sys

report = sys.stdin.read()
sections = re.search(r"^Segment __TEXT: \d+\n(.*?total \d+)", report, re.MULTILINE | re.DOTALL)
if sections:
    size = int(sections[1].rsplit(None, 1)[1])
else:
    size = int(report.splitlines()[1].split()[0])
print(size)
sys.exit(not 0 < size <= int(sys.argv[1]))
