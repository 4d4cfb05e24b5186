"""Runs a command whose standard input is a listening socket, and connects to it twice."""

import socket
import subprocess
import sys

listener = socket.create_server(("127.0.0.1", 0))
program = subprocess.Popen(sys.argv[1:], stdin=listener)
for _ in range(2):
    with socket.create_connection(listener.getsockname()) as connection:
        assert connection.recv(100) == b"hello"
sys.exit(program.wait())
