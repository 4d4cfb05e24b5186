"""Reports a size that is above its bound, as tools/bench/run does with its options."""

import sys

from measure import Row
from report import report

RESULTS = {"made up": [Row("two bytes", 2, "B", bound=1)]}
sys.exit(report(RESULTS, "--json" in sys.argv, "--check" in sys.argv))
