"""Kills compilations that share a cache, two at a time, each pair a little later than the
last, while a third one that is left alone must always give the same output."""
import glob
import os
import signal
import subprocess
import time

TIMES = 20


def write_module(name, number):
    data = chr(ord("a") + number) * (1 << 20)
    with open(name, "w") as file:
        file.write(f'(module (memory 200) (func (export "_start")) (data (i32.const 0) "{data}"))')


def start(name, output):
    # In a folder of its own, since programs of ELF have no name in them, and others do.
    os.makedirs(output, exist_ok=True)
    return subprocess.Popen(["wasm2native", name, "-O0", "--cache-dir=cache", "-o", f"{output}/p"])


def content(output):
    with open(f"{output}/p", "rb") as file:
        return file.read()


write_module("a.wat", 0)
subprocess.run(["wasm2native", "a.wat", "-O0", "--no-cache", "-o", "expected"], check=True)
with open("expected", "rb") as file:
    expected = file.read()

begin = time.monotonic()
write_module("b.wat", 1)
start("b.wat", "timed").wait()
duration = time.monotonic() - begin

killed = wrong = 0
for number in range(TIMES):
    subprocess.run(["wasm2native", "cache", "clear", "--cache-dir=cache"], check=True)
    write_module("b.wat", number % 20)
    victims = [start("a.wat", "first"), start("b.wat", "second")]
    time.sleep(duration * number / TIMES)
    for victim in victims:
        victim.send_signal(signal.SIGKILL)
        killed += 1
        victim.wait()
    for _ in range(2):
        start("a.wat", "whole").wait()
        wrong += content("whole") != expected
print(f"{killed} killed, {wrong} wrong outputs")

# What a process leaves that was killed between creating the file and renaming it.
with open("cache/objects/llvmcache-0123456789ab.tmp", "w") as file:
    file.write("half of an ent")
write_module("c.wat", 3)
start("c.wat", "last").wait()
print(f"{len(glob.glob('cache/objects/*.tmp'))} temporary files left")
