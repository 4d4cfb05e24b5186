"""kill.py: ends compilations to the same output one after the other, each a little later
than the last, up to the time that a whole one takes."""
import os
import signal
import subprocess
import time

TIMES = 40
COMMAND = ["wasm2native", "a.wat", "-O0", "-o", "out/program"]


def module(mark):
    data = mark * (8 << 20)
    return f'(module (memory 200) (func (export "_start")) (data (i32.const 0) "{data}"))'


def is_whole(content):
    return content == old or (len(content) == len(new) and content == new)


os.makedirs("out")
outputs = []
for mark in "ab":
    with open("a.wat", "w") as file:
        file.write(module(mark))
    start = time.monotonic()
    subprocess.run(COMMAND, check=True)
    duration = time.monotonic() - start
    with open("out/program", "rb") as file:
        outputs.append(file.read())
old, new = outputs

faults = 0
killed = 0
for number in range(TIMES):
    with open("out/program", "wb") as file:
        file.write(old)
    process = subprocess.Popen(COMMAND, stderr=subprocess.DEVNULL)
    time.sleep(duration * number / TIMES)
    process.send_signal(signal.SIGTERM if number % 2 else signal.SIGINT)
    killed += process.wait() != 0
    with open("out/program", "rb") as file:
        content = file.read()
    if content not in (old, new) or os.listdir("out") != ["program"]:
        faults += 1
if killed < TIMES // 4:
    print("hardly any was ended before it was done:", killed)
print(faults, "of", TIMES, "at fault")
