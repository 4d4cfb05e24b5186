#!/usr/bin/env python3
"""Adds up what the spec tests left: totals.py FOLDER, one line per configuration.

The exit status is 1 unless every script of every configuration passed.
"""

import glob
import os
import re
import sys

SUMS = re.compile(r"^\S+: passed (\d+) of (\d+)(?:, skipped (\d+) \((.*)\))?$", re.MULTILINE)


def totals(folder):
    """The line of one configuration, and whether all of it passed."""
    scripts = passed_scripts = passed = count = skipped = 0
    for path in glob.glob(os.path.join(folder, "**", "*.txt"), recursive=True):
        scripts += 1
        with open(path) as result:
            sums = SUMS.search(result.read())
        if not sums:
            continue
        passed += int(sums[1])
        count += int(sums[2])
        skipped += int(sums[3] or 0)
        passed_scripts += sums[1] == sums[2]
    line = (
        f"{passed_scripts} of {scripts} scripts, {passed} of {count} commands passed; "
        f"{skipped} skipped"
    )
    return line, passed_scripts == scripts > 0


def main():
    results = {}
    for configuration in sorted(os.listdir(sys.argv[1])):
        path = os.path.join(sys.argv[1], configuration)
        if os.path.isdir(path):
            results[configuration] = totals(path)
    for configuration, (line, _) in results.items():
        print(f"{configuration}: {line}")
    return 0 if results and all(passed for _, passed in results.values()) else 1


sys.exit(main())
