"""Plays a process that is writing an entry, while another one stores its own."""
import fcntl
import os
import subprocess

NAME = "cache/objects/llvmcache-0123456789ab.tmp"


def look(when, level):
    subprocess.run(["wasm2native", "a.wat", level, "--cache-dir=cache", "-o", "a"], check=True)
    print(f"{when}: {'there' if os.path.exists(NAME) else 'gone'}")


os.makedirs("cache/objects", mode=0o700)
with open(NAME, "w") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    look("while it is locked", "-O0")
look("after that", "-O1")
