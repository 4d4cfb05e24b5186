"""Compiles eight modules in eight processes at a time, in different orders, with one cache
that holds about four of them."""
import subprocess
from concurrent.futures import ThreadPoolExecutor

COUNT = 8


def compile_module(number, output, *options):
    command = ["wasm2native", f"{number}.wat", "-c", "-o", output, *options]
    done = subprocess.run(command, stderr=subprocess.PIPE)
    with open(output, "rb") as file:
        return file.read() if done.returncode == 0 and not done.stderr else None


def run(job):
    position, (number, turn) = job
    if turn == COUNT - 1:
        subprocess.run(["wasm2native", "cache", "clear", "--cache-dir=cache"], check=True)
    return compile_module(number, f"{position}.o", "--cache-dir=cache",
                          "--cache-size=8K") == expected[number]


for number in range(COUNT):
    with open(f"{number}.wat", "w") as file:
        file.write(f'(module (func (export "f{number}") (result i32) (i32.const {number})))')
expected = [compile_module(number, "expected.o", "--no-cache") for number in range(COUNT)]
jobs = [((number * (turn + 1)) % COUNT, turn) for turn in range(COUNT) for number in range(COUNT)]
with ThreadPoolExecutor(COUNT) as pool:
    right = sum(pool.map(run, enumerate(jobs)))
print(f"{len(jobs) - right} of {len(jobs)} at fault")
