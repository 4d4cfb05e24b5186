#!/usr/bin/env python3
"""Compiles modules that have far too much of one thing, and shows how time and memory grow
with how much that is. What takes more than linear time is marked."""

import argparse
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

from pathological_cases import CASES, LIBRARIES

PROJECT = pathlib.Path(__file__).resolve().parents[2]
KIBIBYTE = 1024
# What is over before this many seconds can take any time.
LEAST_SECONDS = 0.5
# How much more time twice as much may take.
MOST_GROWTH = 2.7


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    names = [case.__name__ for case in CASES]
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"{', '.join(names)}")
    parser.add_argument("--compiler", default=PROJECT / "build" / "release" / "bin" / "wasm2native")
    parser.add_argument("--levels", default="-O0,-O2", help="default: -O0,-O2")
    parser.add_argument("--targets", default="x86_64-linux,aarch64-linux")
    parser.add_argument("--steps", type=int, default=3, help="how often to double (default: 3)")
    parser.add_argument("--timeout", type=int, default=60,
                        help="seconds of processor time (default: 60)")
    parser.add_argument("--scale", type=float, default=1, help="of the sizes to begin with")
    parser.add_argument("--write", metavar="FOLDER", type=pathlib.Path,
                        help="only write the largest modules")
    options = parser.parse_args()
    for name in options.cases:
        if name not in names:
            parser.error(f"there is no case '{name}'")
    options.cases = [case for case in CASES if not options.cases or case.__name__ in options.cases]
    return options


def compile_once(command, timeout):
    """The processor time in seconds, the peak of memory in bytes, and what went wrong."""
    limit = (timeout, timeout + 1)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit)
                          ) as process:
        message = process.stderr.read().decode(errors="replace").strip()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    problem = None
    if process.returncode == -signal.SIGXCPU:
        problem = f"more than {timeout} s"
    elif process.returncode != 0:
        problem = f"status {process.returncode}: {message[:100]}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTE, problem


def measure(case, level, target, options, folder):
    """One line; returns whether all is well."""
    cells, times, bad = [], [], False
    for step in range(options.steps):
        count = max(1, int(CASES[case] * options.scale)) << step
        path = folder / f"{case.__name__}-{count}.wasm"
        if not path.exists():
            path.write_bytes(case(count))
        command = [options.compiler, "--no-cache", "-j1", level, f"--target={target}", path,
                   "-o", folder / "out"]
        if case in LIBRARIES:
            command.append("-c")
        seconds, memory, problem = compile_once(command, options.timeout)
        cells.append(problem or f"{count}: {seconds:.2f} s {memory >> 20} MiB")
        bad = bad or bool(problem)
        times.append(seconds)
        if problem:
            break
        if step and seconds > LEAST_SECONDS and seconds > MOST_GROWTH * times[-2]:
            cells[-1] += f" (x {seconds / times[-2]:.1f})"
            bad = True
    print(f"{case.__name__:20} {level} {target:14} {'BAD' if bad else 'ok '}  {'  '.join(cells)}",
          flush=True)
    return not bad


def main():
    options = arguments()
    if options.write:
        options.write.mkdir(exist_ok=True)
        for case in options.cases:
            count = int(CASES[case] * options.scale) << (options.steps - 1)
            (options.write / f"{case.__name__}.wasm").write_bytes(case(count))
        return
    with tempfile.TemporaryDirectory(prefix="wasm2native-pathological-") as folder:
        well = [measure(case, level, target, options, pathlib.Path(folder))
                for case in options.cases for level in options.levels.split(",")
                for target in options.targets.split(",")]
    sys.exit(0 if all(well) else 1)


if __name__ == "__main__":
    main()
