"""Reports a size that is above its bound, as tools/bench/run does with its options."""

import sys

from measure import Row
from report import report, write_json

RESULTS = {"made up": [Row("two bytes", 2, "B", bound=1)]}
if "--json=-" in sys.argv:
    write_json(RESULTS, "-")
sys.exit(report(RESULTS, "--check" in sys.argv, "--json=-" not in sys.argv))
