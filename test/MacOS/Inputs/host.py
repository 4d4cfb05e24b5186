"""Compiles a host for macOS that can be started by its name: what is left there is a script.

host.py RUNNER COMPILER-WORD... -o PROGRAM; RUNNER is a command in one word.
"""

import os
import subprocess
import sys

runner, command = sys.argv[1], sys.argv[2:]
program = os.path.abspath(command[-1])
if command[-2] != "-o":
    sys.exit("host.py: the last option has to be -o")
image = program + ".macho"
done = subprocess.run(command[:-1] + [image])
if done.returncode == 0:
    with open(program, "w") as script:
        script.write(f'#!/bin/sh\nexec {runner} {image} "$@"\n')
    os.chmod(program, 0o755)
sys.exit(done.returncode)
