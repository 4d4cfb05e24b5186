"""Checks the table of functions of docs/wasi.md: check-wasi-table.py PAGE WASI.DEF TESTS

It has each function of wasi.def in its order, with its capability and what implements it on both
systems; each test it names is there and calls the function."""

import pathlib
import re
import sys

page, rows, tests = map(pathlib.Path, sys.argv[1:])
definitions = rows.read_text()
groups = dict(re.findall(r'^W2N_WASI_GROUP\((\w+), "([^"]*)"', definitions, re.MULTILINE))
functions = re.findall(r'^W2N_WASI\((\w+), \w*, \w*, (\w+)', definitions, re.MULTILINE)
table = re.findall(r"^\| `(\w+)` \| ([^|]*) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$", page.read_text(),
                   re.MULTILINE)
problems = []
if [row[0] for row in table] != [name for name, _ in functions]:
    missing = sorted({name for name, _ in functions} ^ {row[0] for row in table})
    problems.append(f"other functions, or in another order: {' '.join(missing)}")
capabilities = {name: groups[group] for name, group in functions}
for name, capability, _, _, named in table:
    if capabilities.get(name, capability) != capability:
        problems.append(f"{name}: the capability is '{capabilities[name]}'")
    if not named:
        problems.append(f"{name}: no test")
    for test in filter(None, named.split(", ")):
        path = tests / test
        if not path.exists():
            problems.append(f"{name}: there is no test {test}")
        elif not re.search(rf"(\b|__wasi_){name}\b", path.read_text()):
            problems.append(f"{name}: not called by {test}")
for problem in problems:
    print(f"{page}: error: {problem}")
sys.exit(bool(problems))
