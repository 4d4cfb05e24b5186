"""truncate.py FILE... DIRECTORY: writes some fifty beginnings of each file."""
import os
import sys

*sources, directory = sys.argv[1:]
for number, source in enumerate(sources):
    data = open(source, "rb").read()
    for part in range(1, 51):
        path = os.path.join(directory, f"{number}-{part:02}")
        open(path, "wb").write(data[: len(data) * part // 51])
