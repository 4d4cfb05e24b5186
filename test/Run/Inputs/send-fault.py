"""send-fault.py PROGRAM...: sends it SIGSEGV once it runs, and says how it ended."""

import signal
import subprocess
import sys
import time

program = subprocess.Popen(sys.argv[1:])
time.sleep(0.5)
program.send_signal(signal.SIGSEGV)
try:
    status = program.wait(timeout=20)
except subprocess.TimeoutExpired:
    program.kill()
    sys.exit("did not end")
sys.exit("ended by " + signal.Signals(-status).name if status < 0 else f"status {status}")
