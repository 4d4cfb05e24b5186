"""Prints an archive for escape-by-archive.c whose names lead out of where it is unpacked.

   zip-slip.py DIRECTORY: absolute names are in that directory."""

import sys

outside = sys.argv[1]
print("dir good")
print("file good/file good")
print("file ../above bad")
print("file good/../../above bad")
print("file good//.././../above/. bad")
print(f"file {outside}/absolute bad")
print("file ../../elsewhere/dots bad")
print("link up ../..")
print("file up/elsewhere/link bad")
print("link later ../later")
print("file later bad")
print(f"link away {outside}")
print("file away/absolute bad")
