"""Writes the binary file that a text file spells: unhex.py TEXT BINARY.

The text has bytes in hexadecimal; what follows a # is a comment.
"""

import sys

with open(sys.argv[1], encoding="utf-8") as text:
    spelled = " ".join(line.split("#")[0] for line in text)
with open(sys.argv[2], "wb") as binary:
    binary.write(bytes.fromhex(spelled))
