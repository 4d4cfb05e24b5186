"""Runs a command while 'swapped' in a directory is a directory and a link out, by turns."""

import os
import subprocess
import sys

os.chdir(sys.argv[1])
program = subprocess.Popen(sys.argv[2:])
while program.poll() is None:
    os.rename("real", "swapped")
    os.symlink("swapped", "real")
    os.unlink("real")
    os.rename("swapped", "real")
    os.symlink("../outside", "swapped")
    os.unlink("swapped")
sys.exit(program.returncode)
