"""Runs commands in turn, and says how their times compare."""

import dataclasses
import os
import statistics
import time
from typing import Optional

# How far a ratio of times may be above its bound before --check complains: medians of
# two series on a busy machine differ by a few percent from run to run.
TIME_TOLERANCE = 1.05

# What Linux counts memory in.
KIBIBYTE = 1024


class BenchError(Exception):
    """Something that keeps a benchmark from being run."""


class CommandFailed(BenchError):
    """What a command that was run says, or its status."""

    def __init__(self, command, message):
        super().__init__(f"{' '.join(command)}: {message}")
        self.command = command


@dataclasses.dataclass
class Row:
    """One line of a table: what was measured, beside what it is compared with.

    Sizes are in bytes and have no reference; times are in seconds, and ratio is how many
    times the reference's they are; where only that is told, value is None. A bound is on the
    ratio, or on a size."""

    name: str
    value: Optional[float]
    unit: str
    reference: Optional[float] = None
    ratio: Optional[float] = None
    bound: Optional[float] = None

    def judged(self):
        return self.value if self.ratio is None else self.ratio

    def holds(self):
        tolerance = TIME_TOLERANCE if self.unit == "s" else 1
        return self.bound is None or self.judged() <= self.bound * tolerance

    def verdict(self):
        """What the table says of a bound."""
        if not self.holds():
            return "DOES NOT HOLD"
        return "holds" if self.judged() <= self.bound else "holds but for noise"

    def complaint(self):
        return f"{self.name}: {self.judged():.5g} is above the bound of {self.bound:g}"

    def as_dict(self):
        return dataclasses.asdict(self) | {"holds": self.holds()}


@dataclasses.dataclass
class Times:
    """The wall-clock and processor times of one command, round by round, in seconds, and the
    most memory that it had at once, in bytes."""

    wall: list
    cpu: list
    peak: list


def run_once(command):
    """Runs a command with its output thrown away; returns its wall and processor time
    and its peak of memory."""
    discard = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=discard)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        raise CommandFailed(command, f"exit status {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTE


def interleave(commands, rounds):
    """Runs commands (lists of strings, the first an absolute path) one after the other,
    round by round, so that what else the machine does hits all of them alike. Returns
    their Times in the same order; a first round that warms the caches is not counted."""
    times = [Times([], [], []) for _ in commands]
    for command in commands:
        run_once(command)
    for index in range(rounds):
        order = list(range(len(commands)))
        if index % 2:
            order.reverse()
        for which in order:
            wall, cpu, peak = run_once(commands[which])
            times[which].wall.append(wall)
            times[which].cpu.append(cpu)
            times[which].peak.append(peak)
    return times


def compare(name, measured, reference, bound=None):
    """A row for two series of the same rounds. The ratio is the median of the rounds'
    ratios: a slow spell of the machine is in both of a round's times."""
    ratios = [mine / other for mine, other in zip(measured, reference)]
    return Row(name, statistics.median(measured), "s", statistics.median(reference),
               statistics.median(ratios), bound)
