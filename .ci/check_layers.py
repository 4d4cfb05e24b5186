#!/usr/bin/env python3
"""Holds the #include lines of compiler/ and runtime/ to the layers of docs/design.md.

    check_layers.py [ROOT]

A stage may include its own headers and those of the stages below it; what is written
here is the direct arrows, and what lies further below comes with them. Nor may a
stage read the command line or the environment, which only tools/ does."""

import pathlib
import re
import sys

# One folder of compiler/ a line, and the folders it is built on.
BELOW = {
    "Support": [],
    "Wasm": ["Support", "abi"],
    "Text": ["Support"],
    "Decode": ["Wasm"],
    "Validate": ["Decode"],
    "Target": ["Support"],
    "Optimize": ["abi"],
    "Lower": ["Optimize", "Validate", "Target", "abi"],
    "Codegen": ["Optimize", "Target", "abi"],
    "Interface": ["Validate"],
    "Link": ["Target"],
    "Image": ["Target", "platform", "abi"],
    "Cache": ["Support"],
    "Driver": ["Text", "Lower", "Codegen", "Interface", "Link", "Image", "Cache"],
}
# The library each of these may be used from alone.
ONLY_USER = {"wabt": "Text", "lld": "Link", "libxml": "Image"}
READS_OPTIONS = re.compile(r"\bgetenv\s*\(|\bcl::(opt|list)<[^>]*>\s+\w")
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([\w-]+)/')


def reachable(stage):
    found = {stage}
    for below in BELOW.get(stage, []):
        found |= reachable(below)
    return found


def lines(path):
    return enumerate(path.read_text(encoding="utf-8").splitlines(), 1)


def includes(path):
    for number, line in lines(path):
        if match := INCLUDE.match(line):
            yield number, match.group(1)


def check_stage(root, stage):
    allowed = reachable(stage)
    known = set(BELOW) | {"abi", "platform", "core", "wasi"}
    for path in sorted((root / "compiler" / stage).rglob("*.*")):
        if path.suffix not in {".h", ".cpp", ".def"}:
            continue
        for number, folder in includes(path):
            where = f"{path.relative_to(root)}:{number}"
            if folder in known and folder not in allowed:
                yield f"{where}: {stage} must not include {folder}/"
            if ONLY_USER.get(folder, stage) != stage:
                yield f"{where}: only {ONLY_USER[folder]} may use {folder}"
        for number, line in lines(path):
            if READS_OPTIONS.search(line):
                yield f"{path.relative_to(root)}:{number}: only tools/ may read options"


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here
    stages = sorted(path.name for path in (root / "compiler").iterdir() if path.is_dir())
    problems = [f"compiler/{stage}: its layer is not known" for stage in stages if stage not in BELOW]
    for stage in stages:
        problems += check_stage(root, stage)
    for path in sorted((root / "runtime").rglob("*.[ch]")):
        for number, folder in includes(path):
            if folder in BELOW:
                where = f"{path.relative_to(root)}:{number}"
                problems.append(f"{where}: the runtime must not include {folder}/")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


sys.exit(main())
