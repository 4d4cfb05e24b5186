#!/usr/bin/env python3
"""Adds up what the spec tests left: totals.py FOLDER, one line per configuration."""

import os
import re
import sys

SUMS = re.compile(r"^\S+: passed (\d+) of (\d+)(?:, skipped (\d+) \((.*)\))?$", re.MULTILINE)


def totals(folder):
    scripts = passed_scripts = passed = count = skipped = 0
    for name in os.listdir(folder):
        if not name.endswith(".txt"):
            continue
        scripts += 1
        with open(os.path.join(folder, name)) as result:
            sums = SUMS.search(result.read())
        if not sums:
            continue
        passed += int(sums[1])
        count += int(sums[2])
        skipped += int(sums[3] or 0)
        passed_scripts += sums[1] == sums[2]
    return (
        f"{passed_scripts} of {scripts} scripts, {passed} of {count} commands passed; "
        f"{skipped} skipped"
    )


for configuration in sorted(os.listdir(sys.argv[1])):
    path = os.path.join(sys.argv[1], configuration)
    if os.path.isdir(path):
        print(f"{configuration}: {totals(path)}")
