"""Checks that every limit a module can exceed is enforced: beyond-limits.py FILE COMPILER.

The limits are those that COMPILER --print-limits lists but for the last three, which hold
when a module runs. A limit without a module here is a failure. FILE is overwritten.
"""

import subprocess
import sys

RUN_TIME_LIMITS = 3


def number(value):
    encoded = b""
    while value >= 0x80:
        encoded += bytes([value & 0x7F | 0x80])
        value >>= 7
    return encoded + bytes([value])


def vector(content):
    return number(len(content)) + content


def section(identifier, content):
    return bytes([identifier]) + vector(content)


TYPES = section(1, b"\x01\x60\0\0")
FUNCTIONS = section(3, b"\x01\0")


def body(code, types=TYPES):
    return types + FUNCTIONS + section(10, b"\x01" + vector(code))


def imported_memories(count):
    return section(2, number(count) + b"\x01m\x01m\x02\0\0" * count)


def imported_tables(count):
    return section(2, number(count) + b"\x01m\x01t\x01\x70\0\0" * count)


def operands(limit):
    # Calls of a function with a thousand results, which drop nothing.
    types = section(1, b"\x01\x60\0" + vector(b"\x7f" * 1000))
    return body(b"\0" + b"\x10\0" * (limit // 1000 + 1) + b"\0\x0b", types)


# By what --print-limits calls them: sections that exceed a limit, and what the error has.
MODULES = {
    "types": [lambda n: section(1, number(n))],
    "functions": [lambda n: TYPES + section(3, number(n))],
    "imports": [lambda n: section(2, number(n))],
    "exports": [lambda n: section(7, number(n))],
    "globals": [lambda n: section(6, number(n))],
    "tables": [
        lambda n: section(4, number(n)),
        imported_tables,
        lambda n: imported_tables(1) + section(4, number(n - 1) + b"\x70\0\0" * (n - 1)),
    ],
    "memories": [
        lambda n: section(5, number(n)),
        imported_memories,
        lambda n: imported_memories(1) + section(5, number(n - 1) + b"\0\0" * (n - 1)),
    ],
    "tags": [lambda n: section(13, number(n))],
    "element segments": [lambda n: section(9, number(n))],
    "elements of one segment": [lambda n: section(9, b"\x01\x01\0" + number(n))],
    "data segments": [lambda n: section(11, number(n))],
    "bytes of a name of an import or export": [
        lambda n: section(7, b"\x01" + vector(b"x" * n) + b"\0\0")
    ],
    "parameters of a function type": [lambda n: section(1, b"\x01\x60" + vector(b"\x7f" * n))],
    "results of a function type": [lambda n: section(1, b"\x01\x60\0" + vector(b"\x7f" * n))],
    "locals of a function beyond its parameters": [
        lambda n: body(b"\x01" + number(n) + b"\x7f\x0b")
    ],
    "bytes of a function body": [lambda n: body(b"\0" + b"\x01" * (n - 2) + b"\x0b")],
    "blocks nested in each other": [
        lambda n: body(b"\0" + b"\x02\x40" * (n - 1) + b"\x0b" * n)
    ],
    "values on the operand stack": [operands],
}
# Beyond this one the custom section is ignored.
IGNORED = {
    "producers or target features of a module": [
        lambda n: section(0, vector(b"producers") + number(n)),
        lambda n: section(0, vector(b"target_features") + number(n)),
    ]
}


def main():
    path, compiler = sys.argv[1:]
    printed = subprocess.run([compiler, "--print-limits"], check=True, capture_output=True, text=True)
    rows = [line.split(None, 1) for line in printed.stdout.splitlines()][:-RUN_TIME_LIMITS]
    for limit, what in rows:
        modules = MODULES.get(what, []) + IGNORED.get(what, [])
        outcomes = set()
        for make in modules:
            with open(path, "wb") as file:
                file.write(b"\0asm\x01\0\0\0" + make(int(limit) + 1))
            done = subprocess.run(
                [compiler, path, "--emit=header", "-o", "-"], capture_output=True, text=True
            )
            problem = "warning" if what in IGNORED else "error"
            said = f" {problem}: " in done.stderr and f"the limit of {limit}" in done.stderr
            enforced = said and done.returncode == (what not in IGNORED)
            outcomes.add("enforced" if enforced else f"NOT ENFORCED: {done.stderr}")
        print(f"{what}: {', '.join(sorted(outcomes)) or 'NOT TESTED'}")


main()
