#!/usr/bin/env python3
"""Writes w2n.h as hosts get it: one file, in which the tables of runtime/abi/ that it is made
from are written out as C.

    one_header.py RUNTIME OUTPUT"""

import pathlib
import re
import sys

ROW = re.compile(r"W2N_(\w+)\((.*)\)$")


def body(path, comment_start):
    """The lines of a file between its description and its last directives."""
    text = path.read_text(encoding="utf-8").split("\n\n", comment_start)[-1]
    return [line for line in text.splitlines() if not line.startswith("#undef")]


def struct_row(kind, arguments):
    if kind == "STRUCT":
        return f"struct w2n_{arguments} {{"
    if kind == "END":
        return "};"
    _, field, *rest = arguments.split(", ", 3 if kind == "FUNCTION" else 2)
    if kind == "POINTER":
        return f"  {rest[0]} *{field};"
    if kind == "FUNCTION":
        return f"  {rest[0]} (*{field}){rest[1]};"
    return f"  uint{kind[1:]}_t {field};"


def structs(abi):
    """The structures, each of which may refer to any other."""
    lines = body(abi / "structs.def", 1)
    rows = [ROW.match(line) for line in lines]
    for row in rows:
        if row and row[1] == "STRUCT":
            yield f"typedef struct w2n_{row[2]} w2n_{row[2]};"
    yield ""
    inside = False
    for line, row in zip(lines, rows):
        if not row:
            yield "  " + line if inside and line else line
            continue
        inside = row[1] != "END"
        yield struct_row(row[1], row[2])


def traps(abi):
    yield "// Codes of traps."
    yield "enum w2n_trap_code {"
    for line in body(abi / "traps.def", 1):
        if row := ROW.match(line):
            name, code, message = row[2].split(", ", 2)
            yield f"  // {message.strip(chr(34))}"
            yield f"  W2N_TRAP_{name} = {code},"
    yield "};"


def values(abi):
    lines = (abi / "values.h").read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("#define")) + 1
    return [line for line in lines[first:] if not line.startswith("#endif")]


def main():
    runtime, output = map(pathlib.Path, sys.argv[1:])
    abi = runtime / "abi"
    text = (runtime / "include" / "w2n.h").read_text(encoding="utf-8")
    for include, lines in (("abi/structs.h", [*structs(abi), *traps(abi)]),
                           ("abi/values.h", values(abi))):
        text = text.replace(f'#include "{include}"\n', "")
        text = text.replace("#ifdef __cplusplus\nextern", "\n".join(lines).strip() +
                            "\n\n#ifdef __cplusplus\nextern", 1)
    if '#include "' in text:
        sys.exit(f"{runtime}/include/w2n.h includes what is not known here")
    output.write_text(re.sub(r"\n{3,}", "\n\n", text), encoding="utf-8")


if __name__ == "__main__":
    main()
