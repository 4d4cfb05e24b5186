"""Prints what was measured."""

import json
import pathlib
import sys

from comparison import Comparison


def print_result(name, result):
    if isinstance(result, Comparison):
        result.print_table()
    print_table(name, rows_of(result))


def check(results):
    """Prints the bounds that do not hold. Returns the exit status."""
    broken = [row for result in results.values() for row in rows_of(result) if not row.holds()]
    for row in broken:
        print(f"bench: error: {row.complaint()}", file=sys.stderr)
    return 1 if broken else 0


def rows_of(result):
    return result.rows() if isinstance(result, Comparison) else result


def write_json(results, path):
    """Writes all that was measured to a file; - is standard output."""
    values = {name: result.as_dict() if isinstance(result, Comparison)
              else [row.as_dict() for row in result] for name, result in results.items()}
    text = json.dumps(values, indent=2) + "\n"
    if path == "-":
        print(text, end="")
    else:
        pathlib.Path(path).write_text(text, encoding="utf-8")


def show(amount, unit):
    if amount is None:
        return ""
    if unit != "s":
        return f"{amount:,.0f} {unit}".rstrip()
    for name, size in (("ms", 1e-3), ("us", 1e-6)):
        if amount >= size / 10:
            return f"{amount / size:,.2f} {name}"
    return f"{amount * 1e9:,.2f} ns"


def print_table(title, rows):
    cells = [(title, "measured", "reference", "ratio", "bound", "")]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        bound = "" if row.bound is None else f"{row.bound:,g}"
        verdict = "" if row.bound is None else row.verdict()
        cells.append((row.name, show(row.value, row.unit), show(row.reference, row.unit), ratio,
                      bound, verdict))
    widths = [max(map(len, column)) for column in zip(*cells)]
    for line in cells:
        numbers = [cell.rjust(width) for cell, width in zip(line[1:-1], widths[1:-1])]
        print("  ".join([line[0].ljust(widths[0]), *numbers, line[-1]]).rstrip())
    print(flush=True)
