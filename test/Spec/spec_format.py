"""The official test suite: one lit test per script and configuration.

Which scripts there are, and what features they need, the suite's MANIFEST.tsv says;
which features there are, w2n-spectest. Of a script that needs another, the commands that
do are skipped; in all others nothing is, but modules in text that is malformed.
"""

import csv
import os
import subprocess

import lit.formats
import lit.Test

# The suite counts it as gc that an initializer reads a global of the same module, since gc
# relaxed that rule; these scripts need no more of gc than that, which extended-const has.
WITHOUT_GC = {"data", "elem", "global"}

# What some folders are older than: their scripts assert that there is no such thing.
OLDER_THAN = {"proposals/threads": "multi-memory,reference-types"}

# Of one script, compiling and running. None takes more than a few seconds.
TIMEOUT_SECONDS = 300


class Configuration:
    """How the scripts are compiled, and what runs the result."""

    def __init__(self, name, options, runner):
        self.name = name
        self.options = options
        self.runner = runner


class SpecFormat(lit.formats.TestFormat):
    """Finds the tests and executes them.

    suite: the folder of the converted suite. tool: w2n-spectest. A test is called
    CONFIGURATION/FOLDER/NAME, and leaves its program's output in NAME.txt beside the
    program, which totals.py adds up.
    """

    def __init__(self, suite, tool, configurations):
        self.suite = suite
        self.tool = tool
        self.configurations = configurations

    def script_options(self):
        """Of each script, by its path in the suite, what w2n-spectest is told about it."""
        supported = subprocess.run(
            [self.tool, "--print-features"], check=True, capture_output=True, text=True
        ).stdout.split()
        with open(os.path.join(self.suite, "MANIFEST.tsv")) as manifest:
            rows = list(csv.DictReader(manifest, delimiter="\t"))
        options = {}
        for row in rows:
            missing = set(row["features"].split(",")) - set(supported)
            if row["dir"] == "core" and row["file"] in WITHOUT_GC:
                missing.discard("gc")
            words = ["--skip-missing=" + ",".join(sorted(missing))] if missing else []
            if row["dir"] in OLDER_THAN:
                words.append("--disable=" + OLDER_THAN[row["dir"]])
            options[tuple(row["dir"].split("/")) + (row["file"],)] = words
        return options

    def getTestsInDirectory(self, test_suite, path_in_suite, lit_config, local_config):
        self.options = self.script_options()
        for script in self.options:
            for configuration in self.configurations:
                path = path_in_suite + (configuration.name,) + script
                yield lit.Test.Test(test_suite, path, local_config)

    def execute(self, test, lit_config):
        configuration, path = next(
            (c, test.path_in_suite[test.path_in_suite.index(c.name) + 1 :])
            for c in self.configurations
            if c.name in test.path_in_suite
        )
        program = test.getExecPath()
        os.makedirs(os.path.dirname(program), exist_ok=True)
        script = os.path.join(self.suite, *path, path[-1] + ".json")
        compile_command = [self.tool, script, "-o", program]
        compile_command += configuration.options + self.options[path]
        report = ""
        for command in (compile_command, configuration.runner + [program]):
            report += "$ " + " ".join(command) + "\n"
            try:
                done = subprocess.run(
                    command,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    encoding="utf-8",
                    errors="replace",
                    timeout=TIMEOUT_SECONDS,
                )
            except subprocess.TimeoutExpired:
                return lit.Test.Result(lit.Test.TIMEOUT, report)
            report += done.stdout
            if done.returncode != 0:
                break
        with open(program + ".txt", "w") as result:
            result.write(done.stdout)
        if os.path.exists(program):
            os.remove(program)
        if done.returncode != 0:
            return lit.Test.Result(lit.Test.FAIL, f"{report}exit status {done.returncode}\n")
        return lit.Test.Result(lit.Test.PASS, report)
