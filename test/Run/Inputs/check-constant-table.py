"""check-constant-table.py MODULE OUTPUT RUNNER OPTION...

Runs the exports of constant-table.wat with indices inside and outside of their tables, and
compares what they print with what the tables hold.
"""

import subprocess
import sys

module, output, runner, *options = sys.argv[1:]
UNDEFINED, NULL, MISMATCH = (
    f"wasm trap: {reason}"
    for reason in ("undefined element", "uninitialized element", "indirect call type mismatch")
)
TYPES = [None, "many", "many", "many", "few", "many", None, None, None, None]
MANY = {1: 101, 2: 202, 3: 303, 5: 405}
FEW = {4: 7}


def expected(export, index):
    values = {"many": MANY, "few": FEW, "none": {}}[export.split()[0]]
    if index in values:
        return str(values[index])
    if not 0 <= index < len(TYPES):
        return UNDEFINED
    return MISMATCH if TYPES[index] else NULL


problems = 0
for export in ("many", "many in place", "few", "few in place", "none"):
    command = ["wasm2native", module, f"--invoke={export}", "-o", output, *options]
    subprocess.run(command, check=True)
    for index in (*range(len(TYPES) + 2), -1, 2**31):
        done = subprocess.run([*runner.split(), output, str(index)], capture_output=True, text=True)
        printed = (done.stdout + done.stderr).splitlines()[0]
        if printed != expected(export, index):
            problems += 1
            print(f"{export}({index}): {printed}, not {expected(export, index)}", file=sys.stderr)
if problems:
    sys.exit(f"{problems} calls are wrong")
