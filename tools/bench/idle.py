"""How much memory a program holds that waits: what the kernel says of it."""

import pathlib
import subprocess
import time

from measure import KIBIBYTE, BenchError, Row

RESIDENT_BOUND = 200_000
# Long enough for a start, which takes less than a millisecond, and for a busy machine.
PATIENCE = 10


def run(toolchain, _options):
    module = toolchain.make_wasm("idle.c")
    rows = []
    for name in ("guard", "explicit"):
        program = toolchain.compile(module, f".{name}", f"--bounds={name}")
        sizes = sizes_of_sleeper(program)
        rows += [
            Row(f"{name} bounds, resident", sizes["Rss"], "B", bound=RESIDENT_BOUND),
            Row(f"{name} bounds, written to", sizes["Private_Dirty"], "B"),
        ]
    native = sizes_of_sleeper(toolchain.make_native("idle.c", ["-O2", "-static"]))
    return rows + [Row("native static C, resident", native["Rss"], "B"),
                   Row("native static C, written to", native["Private_Dirty"], "B")]


def sizes_of_sleeper(program):
    """Starts a program that prints a line and then sleeps; the sizes, in bytes, of its memory."""
    with subprocess.Popen([program], stdout=subprocess.PIPE) as process:
        try:
            process.stdout.readline()
            await_sleep(process.pid)
            lines = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
        finally:
            process.kill()
    return {line.split(":")[0]: int(line.split()[1]) * KIBIBYTE
            for line in lines.splitlines() if line.endswith(" kB")}


def await_sleep(pid):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")")[1]
        if fields.split()[0] == "S":
            return
        time.sleep(0.001)
    raise BenchError("the program that is to sleep does not")
