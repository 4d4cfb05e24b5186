#!/usr/bin/env python3
"""Puts what programs print into pages: update.py BIN PAGE...

A page says where, and what to run, a program of the folder BIN or a script of the project,
which is given the build folder that BIN is in:

    <!-- wasm2native --print-features -->
    <!-- end -->
    <!-- test/Spec/totals.py -->
    <!-- end -->

With --check nothing is written, and the exit status is 1 if a page is out of date. With
--programs scripts are left out: what they print depends on the tests that have been run.
"""

import os
import re
import subprocess
import sys

PLACE = re.compile(
    r"^<!-- (\S+ --[^\n]*|\S+\.py) -->\n.*?^<!-- end -->\n", re.MULTILINE | re.DOTALL
)
PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def command(words, folder):
    program, *options = words.split()
    if program.endswith(".py"):
        return [sys.executable, os.path.join(PROJECT, program), os.path.dirname(folder)]
    return [os.path.join(folder, program)] + options


def update(page, folder):
    def output(place):
        if "--programs" in sys.argv[1:] and place[1].endswith(".py"):
            return place[0]
        text = subprocess.run(
            command(place[1], folder), check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        lines = "".join(f"    {line}".rstrip() + "\n" for line in text.splitlines())
        return f"<!-- {place[1]} -->\n\n{lines}\n<!-- end -->\n"

    return PLACE.sub(output, page)


def main():
    arguments = [a for a in sys.argv[1:] if a not in ("--check", "--programs")]
    status = 0
    for path in arguments[1:]:
        with open(path, encoding="utf-8") as page:
            old = page.read()
        new = update(old, arguments[0])
        if new == old:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{path}: error: out of date; run docs/update.py {arguments[0]} {path}")
            status = 1
            continue
        with open(path, "w", encoding="utf-8") as page:
            page.write(new)
    return status


sys.exit(main())
