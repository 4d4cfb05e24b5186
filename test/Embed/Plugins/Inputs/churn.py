"""Two builds write one file again and again, killed at random moments, while a host loads it.

    churn.py [--seconds=5] [--seed=0] HOST MODULE FOLDER

HOST is Inputs/churn.c compiled, MODULE what wasm2native (on the PATH) makes the libraries of, FOLDER
where they go. Fails where the host does."""

import argparse
import os
import random
import subprocess
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("--seconds", type=float, default=5)
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("host")
parser.add_argument("module")
parser.add_argument("folder")
options = parser.parse_args()

os.makedirs(options.folder, exist_ok=True)
library = os.path.join(options.folder, "plugin.so")
builds = [["-O0", "--bounds=guard"], ["-O2", "--bounds=explicit"]]
stop = threading.Event()
finished = [0, 0]
killed = [0, 0]
failures = []


def compile_once(flags, limit=None):
    """Whether a compilation ended by itself within so many seconds."""
    process = subprocess.Popen(
        ["wasm2native", "--emit=dylib", options.module, "-o", library] + flags
    )
    try:
        if process.wait(limit) != 0:
            raise RuntimeError("the compiler failed")
        return True
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def build_until_stopped(number):
    chance = random.Random(options.seed + number)
    longest = 0.05
    while not stop.is_set():
        begun = time.monotonic()
        if compile_once(builds[number], chance.uniform(0, 1.5 * longest)):
            finished[number] += 1
            longest = time.monotonic() - begun
        else:
            killed[number] += 1
            # On a busy machine, one does end now and then.
            longest *= 1.05


def build(number):
    try:
        build_until_stopped(number)
    except (OSError, RuntimeError) as failure:
        failures.append(failure)


compile_once(builds[0])
threads = [threading.Thread(target=build, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
host = subprocess.run([options.host, library, str(options.seconds)])
stop.set()
for thread in threads:
    thread.join()
print("finished:", *finished, "killed:", *killed)
if failures:
    raise SystemExit(f"a build could not go on: {failures[0]}")
if host.returncode != 0:
    raise SystemExit(f"the host ended with {host.returncode}")
if min(finished + killed) == 0:
    raise SystemExit("one of the builds was never finished, or never killed")
