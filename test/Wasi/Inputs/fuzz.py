"""Makes random calls of WASI and compares what a program is answered with a model.

   fuzz.py [--seed N] [--rounds N] [--calls N] DIRECTORY COMMAND...

DIRECTORY/rw and DIRECTORY/ro are the preopened directories of the program that COMMAND runs,
random-calls.c; the second is read-only. Each round begins with a fresh tree and has a seed
of its own, so that a failure is found again by --seed alone:

   fuzz.py --seed=17 DIRECTORY COMMAND..."""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys

from call_model import (ALL, DIRECTORY, FILE, LINK, OF_DIRECTORIES, OF_FILES, Node, Wasi,
                        mask)
from file_model import WasiError

# What each function is given: names of the methods of Calls that choose it.
SIGNATURES = {
    "path_open": "directory lookup path oflags rights inheriting fdflags",
    "path_create_directory": "directory path",
    "path_remove_directory": "directory path",
    "path_unlink_file": "directory path",
    "path_rename": "directory path directory path",
    "path_link": "directory rarely path directory path",
    "path_symlink": "target directory path",
    "path_readlink": "directory path size",
    "path_filestat_get": "directory lookup path",
    "path_filestat_set_times": "directory lookup path time time fstflags",
    "fd_read": "file size",
    "fd_pread": "file size offset",
    "fd_write": "file text",
    "fd_pwrite": "file text offset",
    "fd_seek": "file delta whence",
    "fd_tell": "file",
    "fd_close": "opened",
    "fd_renumber": "opened number",
    "fd_fdstat_get": "any",
    "fd_fdstat_set_flags": "any fdflags",
    "fd_fdstat_set_rights": "opened fewer_rights fewer_rights",
    "fd_filestat_get": "any",
    "fd_filestat_set_size": "file offset",
    "fd_filestat_set_times": "any time time fstflags",
    "fd_allocate": "file offset size",
    "fd_advise": "file offset size advice",
    "fd_sync": "any",
    "fd_datasync": "any",
    "fd_readdir": "directory listing_size",
    "fd_prestat_get": "any",
    "fd_prestat_dir_name": "any size",
}
WEIGHTS = {"path_open": 12, "path_create_directory": 4, "path_rename": 3, "path_symlink": 3,
           "fd_sync": 0.02, "fd_datasync": 0.02, "fd_fdstat_set_rights": 0.3}


class Calls:
    """Chooses calls, some of them hopeless, most of them not."""

    def __init__(self, seed, model):
        self.random = random.Random(seed)
        self.model = model

    def choose(self):
        name = self.random.choices(list(SIGNATURES), [WEIGHTS.get(n, 1) for n in SIGNATURES])[0]
        return name, [getattr(self, kind)() for kind in SIGNATURES[name].split()]

    def any(self, kinds=(DIRECTORY, FILE)):
        open_ones = [fd for fd, d in self.model.descriptors.items() if d.node.kind in kinds]
        if open_ones and self.random.random() < 0.95:
            return self.random.choice(open_ones)
        return self.random.choice([*self.model.descriptors, *self.model.descriptors, 99, 2**32 - 1])

    def opened(self):
        """Hardly ever a preopened directory: little can be done without those."""
        others = [fd for fd, d in self.model.descriptors.items() if not d.preopen]
        return self.random.choice(others or [99]) if self.random.random() < 0.99 else self.any()

    def directory(self):
        return self.any((DIRECTORY,))

    def file(self):
        return self.any((FILE,))

    def number(self):
        return self.random.choice([*range(5, 14), 30, 16383, 16384, 2**32 - 1])

    def path(self):
        components = self.random.choices(
            ["a", "b", "c", "d", ".", "..", "", "out", "up", "absolute"],
            [9, 9, 9, 9, 1, 2, 1, 1, 1, 0.5], k=self.random.choice([1, 1, 1, 1, 2, 2, 3, 4]))
        end = self.random.choices(["", "/", "//", "/."], [20, 2, 1, 1])[0]
        return "/".join(components) + end

    target = path

    def rights(self):
        kinds = [mask("fd_read"), OF_DIRECTORIES, OF_FILES, ALL, mask("fd_read", "fd_seek"),
                 mask("fd_write", "fd_seek", "fd_tell"), self.random.getrandbits(30), 2**64 - 1]
        return self.random.choices(kinds, [2, 4, 4, 1, 1, 1, 1, 0.2])[0]

    def inheriting(self):
        return self.random.choice([ALL, ALL, ALL, self.random.getrandbits(30)])

    def fewer_rights(self):
        return self.random.choice([ALL, OF_DIRECTORIES, OF_FILES, self.random.getrandbits(30)])

    def oflags(self):
        return self.random.choices([0, 1, 2, 5, 8, 9, self.random.getrandbits(5)],
                                   [6, 12, 4, 2, 1, 1, 1])[0]

    def fdflags(self):
        return self.random.choice([0, 0, 0, 1, 4, 5])

    def fstflags(self):
        return self.random.choice([4, 4, 5, 8, 0, 3, 12, 16])

    def lookup(self):
        return self.random.randrange(2)

    def rarely(self):
        return int(self.random.random() < 0.05)

    def size(self):
        return self.random.choice([0, 1, 3, 10, 100, 1000])

    def listing_size(self):
        return self.random.choice([40, 100, 4096])

    def offset(self):
        return self.random.choice([0, 1, 5, 100, 3000, 2**63, 2**64 - 1])

    def delta(self):
        return self.random.choice([0, 0, 1, 5, 100, 2**64 - 1, 2**64 - 7, 2**63])

    def whence(self):
        return self.random.choice([0, 1, 2, 2, 3])

    def advice(self):
        return self.random.randrange(7)

    def time(self):
        return self.random.choice([0, 1, 10**9, 1234567890123456789])

    def text(self):
        return "".join(self.random.choices("xyz", k=self.random.choice([0, 1, 7, 50])))


def fill(path):
    """Makes on disk what initial_model() has."""
    for name in ("rw", "ro"):
        shutil.rmtree(path / name, ignore_errors=True)
        (path / name / "a" / "b").mkdir(parents=True)
        (path / name / "a" / "d").write_text("deep")
        (path / name / "c").write_text("file")
        (path / name / "out").symlink_to("../outside")
        (path / name / "up").symlink_to("a/..")
        (path / name / "absolute").symlink_to("/")
    (path / "outside").mkdir(exist_ok=True)
    (path / "outside" / "c").write_text("not to be touched")


def file_with(text):
    node = Node(FILE)
    node.data.extend(text)
    return node


def initial_model():
    tops = [Node(DIRECTORY), Node(DIRECTORY)]
    for top in tops:
        top.add("a", Node(DIRECTORY))
        top.entries["a"].add("b", Node(DIRECTORY))
        top.entries["a"].add("d", file_with(b"deep"))
        top.add("c", file_with(b"file"))
        for name, target in (("out", "../outside"), ("up", "a/.."), ("absolute", "/")):
            top.add(name, Node(LINK, target=target))
    return Wasi([(tops[0], "/rw", False), (tops[1], "/ro", True)]), tops


def read_tree(path):
    if path.is_symlink():
        return os.readlink(path)
    if path.is_dir():
        return {entry.name: read_tree(entry) for entry in path.iterdir()}
    return path.read_bytes()


def expect(model, name, operands):
    """The answer that the model gives, in words; None where any word will do."""
    try:
        results = getattr(model, name)(*operands) or []
    except WasiError as error:
        return [str(error.number)]
    return ["0"] + ["'" + r.hex() if isinstance(r, bytes) else None if r is None else str(r)
                    for r in results]


def agree(name, expected, got):
    if name == "fd_readdir":
        got = got[:1] + sorted(got[1:])
        expected = expected[:1] + sorted(expected[1:])
    return len(expected) == len(got) and all(e in (None, g) for e, g in zip(expected, got))


def difference(expected, got, place="/"):
    """Says where two trees differ."""
    if type(expected) is not type(got) or not isinstance(got, (dict, list)):
        return f"{place}: expected {str(expected)[:200]}, got {str(got)[:200]}"
    pairs = enumerate(expected) if isinstance(expected, list) else expected.items()
    if isinstance(expected, dict) and expected.keys() != got.keys():
        return f"{place}: expected {sorted(expected)}, got {sorted(got)}"
    return next(difference(e, got[key], f"{place}{key}/") for key, e in pairs if e != got[key])


def run_round(path, seed, count, command):
    """Makes the calls of one seed and ends the program where one is not as expected."""
    fill(path)
    model, tops = initial_model()
    calls = Calls(seed, model)
    lines, expectations = [], []
    for _ in range(count):
        name, operands = calls.choose()
        lines.append(" ".join([name] + [f"'{o}" if isinstance(o, str) else str(o)
                                        for o in operands]))
        expectations.append((name, expect(model, name, operands)))
    done = subprocess.run(command, input="\n".join(lines) + "\n", text=True, capture_output=True)
    answers = done.stdout.splitlines()
    for i, (name, expected) in enumerate(expectations):
        got = answers[i].split() if i < len(answers) else ["nothing"]
        if not agree(name, expected, got):
            for before, answer in zip(lines[max(0, i - 30):i], answers[max(0, i - 30):i]):
                print(f"  {before} -> {answer}")
            sys.exit(f"seed {seed}: call {i}: {lines[i]}\n  expected {expected}\n  got {got}\n"
                     f"  exit status {done.returncode} {done.stderr}")
    trees = [read_tree(path / name) for name in ("rw", "ro", "outside")]
    expected = [top.tree() for top in tops] + [{"c": b"not to be touched"}]
    if done.returncode != 0:
        sys.exit(f"seed {seed}: exit status {done.returncode} {done.stderr}")
    if trees != expected:
        sys.exit(f"seed {seed}: in the end {difference(expected, trees)}")
    return sum(e[0] == "0" for _, e in expectations)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--calls", type=int, default=400)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    successes = sum(run_round(given.directory, given.seed + i, given.calls, given.command)
                    for i in range(given.rounds))
    total = given.rounds * given.calls
    print(f"{total} calls are as they should be, {100 * successes // total} % succeeded")


main()
