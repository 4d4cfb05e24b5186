"""Runs a command on every beginning of a binary file: truncate.py BINARY PART COMMAND...

PART is where each beginning is written; it is the command's first argument. A beginning
may be refused, with status 1 and one line that has its name in it, or be accepted.
"""

import subprocess
import sys

binary, part, *command = sys.argv[1:]
with open(binary, "rb") as file:
    whole = file.read()
refused = 0
for size in range(len(whole)):
    with open(part, "wb") as file:
        file.write(whole[:size])
    result = subprocess.run([command[0], part, *command[1:]], capture_output=True, text=True)
    if result.returncode == 0 and not result.stderr:
        continue
    if result.returncode != 1 or result.stderr.count("\n") != 1 or part not in result.stderr:
        sys.exit(f"{size} bytes: status {result.returncode}: {result.stderr}")
    refused += 1
print(f"{refused} of {len(whole)} refused")
