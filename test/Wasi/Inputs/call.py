"""Runs a program that listens, and talks to its sockets.

   call.py ADDRESS... -- COMMAND...: connects to each address, IP:PORT or unix:PATH, once the
   program listens there, sends "ping" and expects the text "pong" and the number of the
   address."""

import socket
import subprocess
import sys
import time


def connect(address):
    kind, _, path = address.partition(":")
    if kind == "unix":
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(path)
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)))


def connect_soon(address, program):
    while True:
        try:
            return connect(address)
        except OSError:
            if program.poll() is not None:
                sys.exit(f"the program has ended with {program.returncode}")
            time.sleep(0.01)


def talk(addresses, program):
    for number, address in enumerate(addresses):
        with connect_soon(address, program) as connection:
            connection.sendall(b"ping")
            answer = b""
            while part := connection.recv(100):
                answer += part
            assert answer == b"pong%d" % number, answer


end = sys.argv.index("--")
program = subprocess.Popen(sys.argv[end + 1 :])
try:
    talk(sys.argv[1:end], program)
except BaseException:
    program.kill()
    raise
sys.exit(program.wait())
