"""Runs a command whose standard error is a terminal, and prints what that shows."""

import os
import pty
import subprocess
import sys

master, slave = pty.openpty()
with subprocess.Popen(sys.argv[1:], stderr=slave) as process:
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
print(shown.decode(errors="replace"))
