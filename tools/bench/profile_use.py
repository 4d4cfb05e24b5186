"""What a profile is worth: programs compiled by one of a shorter run, against without."""

import os
import subprocess

from measure import BenchError, Row, compare, interleave
from toolchain import check_output
from workloads import HERE

# Each with an argument that is a run for a profile.
TRAINING = {"interpreter.c": "100000", "json.c": "300", "quick-sort.c": "20000"}


def run(toolchain, options):
    return [row for source, argument in TRAINING.items()
            for row in run_program(toolchain, source, argument, options.rounds or 9)]


def collect(toolchain, module, argument):
    """Compiles a module so that it writes a profile, and runs it; returns that and the program."""
    program = toolchain.compile(module, ".instrumented", "--profile-generate")
    profile = str(toolchain.folder / "bench.profraw")
    command = [program, argument]
    subprocess.run(command, env=os.environ | {"LLVM_PROFILE_FILE": profile}, check=True,
                   stdout=subprocess.DEVNULL)
    return profile, program


def run_program(toolchain, source, argument, rounds):
    module = toolchain.make_wasm(HERE / "programs" / source, ("-O3",))
    plain = toolchain.compile(module, ".plain")
    profile, instrumented = collect(toolchain, module, argument)
    tuned = toolchain.compile(module, ".tuned", f"--profile-use={profile}")
    if check_output([plain]) != check_output([tuned]):
        raise BenchError(f"{tuned} does not print what {plain} prints")
    reference, fast, slow = interleave([[plain], [tuned], [instrumented]], rounds)
    os.remove(profile)
    return [compare(f"{source} by a profile, against without", fast.cpu, reference.cpu),
            compare(f"{source}, instrumented", slow.cpu, reference.cpu),
            Row(f"{source} by a profile, its executable", os.path.getsize(tuned), "B")]
