"""Runs a command whose standard input is one end of a connection, and is the other."""

import socket
import subprocess
import sys

ours, theirs = socket.socketpair()
program = subprocess.Popen(sys.argv[1:], stdin=theirs, stderr=open("/dev/null", "w"))
theirs.close()
ours.sendall(b"ping ")
ours.sendall(b"ping")
answer = b""
while part := ours.recv(100):
    answer += part
ours.close()
assert answer == b"pong", answer
sys.exit(program.wait())
