"""Runs a command while something in a directory is swapped with something else.

   swap.py KIND DIRECTORY COMMAND...: KIND is one of the functions below."""

import os
import subprocess
import sys


def directory():
    """'swapped' is a directory and a link to one outside, by turns."""
    os.rename("real", "swapped")
    os.symlink("swapped", "real")
    os.unlink("real")
    os.rename("swapped", "real")
    os.symlink("../outside", "swapped")
    os.unlink("swapped")


def file():
    """'swapped' is a file and a link to one outside, by turns."""
    os.link("file", "new")
    os.rename("new", "swapped")
    os.symlink("../outside/file", "new")
    os.rename("new", "swapped")


def move():
    """The directory 'a/b' is moved up, then out, and back."""
    os.rename("a/b", "b")
    os.rename("b", "../outside/b")
    os.rename("../outside/b", "a/b")


swap = {kind.__name__: kind for kind in (directory, file, move)}[sys.argv[1]]
os.chdir(sys.argv[2])
program = subprocess.Popen(sys.argv[3:])
while program.poll() is None:
    swap()
sys.exit(program.returncode)
