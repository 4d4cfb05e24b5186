#!/usr/bin/env python3
"""Adds up what the spec tests left: totals.py BUILD, for the build folder.

Prints a line for each configuration, and the commands that were skipped, which are the
same for all, by the reason. The exit status is 1 unless every script passed.
"""

import collections
import glob
import os
import re
import sys

SUMS = re.compile(r"^\S+: passed (\d+) of (\d+)((?:, skipped \d+ \([^)]*\))*)$", re.MULTILINE)
SKIPPED = re.compile(r"skipped (\d+) \(([^)]*)\)")

# Why commands are skipped, by what w2n-spectest calls it.
MALFORMED_TEXT = "malformed text"
REASONS = {
    MALFORMED_TEXT: "a module in the text format that must not parse: wabt's parser reads those",
    "gc": "needs garbage collection, which is not supported",
    "threads": "needs threads, which are not supported",
}


class Totals:
    """Of one configuration."""

    def __init__(self, folder):
        self.scripts = self.whole = self.in_part = self.passed = self.count = 0
        # Reason -> script -> how many commands.
        self.skipped = collections.defaultdict(collections.Counter)
        for path in sorted(glob.glob(os.path.join(folder, "**", "*.txt"), recursive=True)):
            self.add(os.path.relpath(path, folder)[: -len(".txt")], path)

    def add(self, script, path):
        self.scripts += 1
        with open(path, encoding="utf-8", errors="replace") as result:
            sums = SUMS.search(result.read())
        if not sums:
            return
        self.passed += int(sums[1])
        self.count += int(sums[2])
        skipped = SKIPPED.findall(sums[3])
        for count, reason in skipped:
            self.skipped[reason][script] += int(count)
        if sums[1] == sums[2]:
            lacking = any(reason != MALFORMED_TEXT for _, reason in skipped)
            self.in_part += lacking
            self.whole += not lacking

    def all_passed(self):
        return self.whole + self.in_part == self.scripts > 0


def print_skipped(skipped):
    print("\nskipped in every configuration:")
    for reason, scripts in sorted(skipped.items()):
        print(f"{sum(scripts.values()):6}  {reason}: {REASONS[reason]}")
        if reason == MALFORMED_TEXT:
            continue
        names = [f"{script.removeprefix('core/')} {count}" for script, count in scripts.items()]
        line = ""
        for name in names:
            if len(line) + len(name) > 82:
                print(f"        {line.rstrip()}")
                line = ""
            line += name + (", " if name != names[-1] else "")
        print(f"        {line}")


def main():
    folder = os.path.join(sys.argv[1], "test", "Spec")
    results = {
        name: Totals(os.path.join(folder, name))
        for name in sorted(os.listdir(folder))
        if os.path.isdir(os.path.join(folder, name))
    }
    print(f"{'':31}scripts that pass    commands that pass")
    print(f"{'configuration':31}whole in part    of              of        skipped")
    for name, result in results.items():
        skipped = sum(sum(each.values()) for each in result.skipped.values())
        print(
            f"{name:31}{result.whole:5}{result.in_part:8}{result.scripts:6}"
            f"{result.passed:9}{result.count:7}{skipped:15}"
        )
    skipped = [result.skipped for result in results.values()]
    if skipped and all(each == skipped[0] for each in skipped):
        print_skipped(skipped[0])
        return 0 if all(result.all_passed() for result in results.values()) else 1
    print("error: configurations differ in what they skip, or there is none")
    return 1


sys.exit(main())
