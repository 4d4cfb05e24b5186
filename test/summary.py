#!/usr/bin/env python3
"""Prints how many tests passed, failed and were skipped, from what lit --output wrote.

The exit status is 1 if any failed, or if none passed."""

import collections
import json
import sys

FAILED = {"FAIL", "XPASS", "UNRESOLVED", "TIMEOUT"}
PASSED = {"PASS", "FLAKYPASS", "XFAIL"}


def main():
    with open(sys.argv[1], encoding="utf-8") as results:
        tests = json.load(results)["tests"]
    counts = collections.Counter(
        "failed" if test["code"] in FAILED else "passed" if test["code"] in PASSED else "skipped"
        for test in tests
    )
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 0 if counts["passed"] and not counts["failed"] else 1


sys.exit(main())
