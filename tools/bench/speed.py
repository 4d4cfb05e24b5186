"""How fast compiled code is: programs and kernels, against clang -O3 and what others make of the
same modules. All are run in turn."""

import pathlib
import sys

import chart
from comparison import Column, Comparison
from measure import BenchError, CommandFailed, interleave
from peers import PEERS
from toolchain import check_output
from workloads import KINDS, choose

ROUNDS = 3
MODES = ("-O2", "-O3", "-O3 --cpu=native", "-O3 --bounds=explicit")
# On the geometric mean over native -O3.
BOUNDS = {"scalar": {"-O3": 1.10, "-O3 --cpu=native": 1.02}, "simd": {"-O3": 1.03}}


def run(toolchain, options):
    columns = list(make_columns(toolchain, options))
    workloads = choose(options.only)
    comparison = Comparison(columns)
    for index, workload in enumerate(workloads, 1):
        print(f"speed: {index} of {len(workloads)}: {workload.name}", file=sys.stderr)
        measure(toolchain, workload, comparison, options.rounds or ROUNDS)
    if options.svg:
        pathlib.Path(options.svg).write_text(chart.draw(comparison), encoding="utf-8")
    return comparison


def make_columns(toolchain, options):
    """Native code first, which all else is compared with."""
    def native(*flags):
        suffix = f".native{len(flags)}"
        return lambda workload, _modules: [workload.make_native(toolchain, suffix, *flags)]

    def ours(kind, mode, index):
        return lambda _workload, modules: [
            toolchain.compile(modules[kind], f".mode{index}", *mode.split())]

    def theirs(kind, peer):
        return lambda _workload, modules: peer.make(toolchain, modules[kind])

    yield Column("native", "clang -O3", native())
    yield Column("native", "clang -O3 -march=native", native("-march=native"))
    for kind in options.kinds or KINDS:
        for index, mode in enumerate(options.modes or MODES):
            yield Column(kind, f"wasm2native {mode}", ours(kind, mode, index),
                         BOUNDS[kind].get(mode))
        for peer in PEERS:
            if wanted(peer, options) and peer.takes(kind):
                yield Column(kind, peer.name, theirs(kind, peer), may_fail=True)


def wanted(peer, options):
    return peer.found() if options.peers is None else peer.name in options.peers


def measure(toolchain, workload, comparison, rounds):
    modules = {kind: workload.make_wasm(toolchain, kind)
               for kind in {column.kind for column in comparison.columns} & KINDS.keys()}
    commands = {}
    expected = None
    for index, column in enumerate(comparison.columns):
        try:
            command = column.make(workload, modules)
            expected = checked_output(command, expected)
            commands[index] = command
        except BenchError as error:
            leave_out(column, error)
    while True:
        try:
            times = dict(zip(commands, interleave(list(commands.values()), rounds)))
            break
        except CommandFailed as error:
            index = next(at for at, command in commands.items() if command == error.command)
            leave_out(comparison.columns[index], error)
            del commands[index]
    comparison.add(workload, [times[index].cpu if index in times else None
                              for index in range(len(comparison.columns))])


def checked_output(command, expected):
    """What a command prints, which has to be what is expected where that is known."""
    output = check_output(command)
    if expected not in (None, output):
        raise BenchError(f"{' '.join(command)} does not print what the native program prints")
    return output


def leave_out(column, error):
    """Goes on without what others make of a program, where that cannot be run."""
    if not column.may_fail:
        raise error
    print(f"speed: left out: {error}", file=sys.stderr)
