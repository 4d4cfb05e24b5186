"""check-traps.py MODULE OUTPUT RUNNER OPTION...

Runs every export of MODULE whose name is the message of a trap, which may go on after a
semicolon, and looks for that trap, the export in the backtrace and the status.
"""

import re
import subprocess
import sys

module, output, runner, *options = sys.argv[1:]
with open(module, encoding="utf-8") as text:
    exports = [e for e in re.findall(r'\(export "([^"]*)"', text.read())]
problems = 0
for export in exports:
    message = export.split(";")[0]
    subprocess.run(["wasm2native", module, f"--invoke={export}", "-o", output, *options], check=True)
    done = subprocess.run([*runner.split(), output], capture_output=True, text=True)
    lines = done.stderr.splitlines() + ["", ""]
    found_frame = re.fullmatch(r"  at \d+: (.*)", lines[1])
    named = found_frame and found_frame[1] in (export, "recurse")
    if lines[0] != f"wasm trap: {message}" or not named or done.returncode != 134:
        problems += 1
        print(f"{export}: status {done.returncode}, {done.stderr[:300]}", file=sys.stderr)
if problems or len(exports) < 30:
    sys.exit(f"{problems} of {len(exports)} traps are wrong")
