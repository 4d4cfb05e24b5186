#!/usr/bin/env python3
"""Puts what programs print into pages: update.py BIN PAGE...

A page says where, and what to run, a program of the folder BIN:

    <!-- wasm2native --print-features -->
    <!-- end -->

With --check nothing is written, and the exit status is 1 if a page is out of date.
"""

import os
import re
import subprocess
import sys

PLACE = re.compile(r"^<!-- (\S+ --[^\n]*) -->\n.*?^<!-- end -->\n", re.MULTILINE | re.DOTALL)


def update(page, folder):
    def output(place):
        program, *options = place[1].split()
        text = subprocess.run(
            [os.path.join(folder, program)] + options, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        lines = "".join(f"    {line.rstrip()}\n" for line in text.splitlines())
        return f"<!-- {place[1]} -->\n\n{lines}\n<!-- end -->\n"

    return PLACE.sub(output, page)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
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
