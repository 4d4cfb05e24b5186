"""The times of many programs, each made in many ways, beside those of the first way."""

import dataclasses
import math
import statistics
from typing import Callable, Optional

from measure import Row

WORST_BOUND = 2
EXPLICIT_BOUND = 1.15


@dataclasses.dataclass(frozen=True)
class Column:
    """A way to make a program: what of (native, scalar or simd wasm), with what, the function that
    makes a command, the bound on the geometric mean of what it takes, and whether what others
    make of a module may fail: then the program is not in the column."""

    kind: str
    name: str
    make: Callable
    bound: Optional[float] = None
    may_fail: bool = False

    @property
    def title(self):
        return f"{self.kind}, {self.name}"


@dataclasses.dataclass
class Line:
    """A program, the median of its processor times in seconds and the median of their ratios to
    native -O3 in the same round, for each column; None where it could not be run."""

    group: str
    name: str
    seconds: list
    ratios: list


def geometric_mean(values):
    return math.exp(statistics.mean(map(math.log, values)))


def show(ratio):
    return "     -" if ratio is None else f"{ratio:6.2f}"


class Comparison:
    def __init__(self, columns):
        self.columns = columns
        self.lines = []

    def add(self, workload, times):
        """Adds the times of each column, round by round; None for one that could not be run."""
        ratios = [series and statistics.median(mine / native
                                               for mine, native in zip(series, times[0]))
                  for series in times]
        seconds = [series and statistics.median(series) for series in times]
        self.lines.append(Line(workload.group, workload.name, seconds, ratios))

    def groups(self):
        return list(dict.fromkeys(line.group for line in self.lines))

    def ratios(self, index, group=None):
        return [line.ratios[index] for line in self.lines
                if group in (None, line.group) and line.ratios[index]]

    def rows(self):
        """What is judged: means of all that was measured, and the worst."""
        rows = []
        for index, column in enumerate(self.columns[1:], 1):
            if not self.ratios(index):
                continue
            rows.append(Row(f"mean of {column.title}", None, "s", None,
                            geometric_mean(self.ratios(index)), column.bound))
            if column.bound:
                worst = max(self.lines, key=lambda line, at=index: line.ratios[at])
                rows.append(Row(f"worst of {column.title}: {worst.name}", None, "s", None,
                                worst.ratios[index], WORST_BOUND))
        return rows + list(self.explicit_rows())

    def explicit_rows(self):
        titles = [column.title for column in self.columns]
        for index, title in enumerate(titles):
            guard = title.replace(" --bounds=explicit", "")
            if guard != title and guard in titles:
                other = titles.index(guard)
                mean = geometric_mean(line.ratios[index] / line.ratios[other]
                                      for line in self.lines)
                yield Row(f"mean of {title}, over guard", None, "s", None, mean, EXPLICIT_BOUND)

    def as_dict(self):
        return {
            "columns": [column.title for column in self.columns],
            "programs": [dataclasses.asdict(line) for line in self.lines],
            "summary": [row.as_dict() for row in self.rows()],
        }

    def print_table(self):
        """Prints what the letters of the columns stand for, then the ratios."""
        letters = "abcdefghijklmnopqrstuvwxyz"
        for letter, column in zip(letters, self.columns[1:]):
            print(f"{letter}  {column.title}")
        width = max(len(line.name) for line in self.lines) + 16
        numbers = range(1, len(self.columns))
        print("over clang -O3".ljust(width), "native ms",
              "".join(f"{letter:>6}" for letter, _ in zip(letters, numbers)))
        for group in self.groups():
            for line in self.lines:
                if line.group == group:
                    print(f"{group}/{line.name}".ljust(width), f"{line.seconds[0] * 1e3:9.0f}",
                          "".join(show(line.ratios[index]) for index in numbers))
        for group in (*self.groups(), None):
            means = "".join(show(geometric_mean(ratios) if ratios else None)
                            for ratios in (self.ratios(index, group) for index in numbers))
            print(f"mean of {group or 'all'}".ljust(width), " " * 9, means)
        print()
