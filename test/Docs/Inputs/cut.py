"""Writes the blocks of a Markdown file that have a name (```LANGUAGE NAME) to files of that name."""

import re
import sys

BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

with open(sys.argv[1], encoding="utf-8") as document:
    for name, text in BLOCK.findall(document.read()):
        with open(name, "w", encoding="utf-8") as block:
            block.write(text)
