"""Compiles by copies of a profile, each with one word of it overwritten, and says what went wrong
other than with an error."""
import subprocess
import sys

PROFILE, *COMMAND = sys.argv[1:]
with open(PROFILE, "rb") as file:
    whole = file.read()
# The header, and at the end the values that are counted.
words = [*range(0, 128, 8), *range(len(whole) - 96, len(whole), 8)]
for word in words:
    for value in (b"\xff" * 8, b"\0\0\0\x80" + b"\0" * 4, b"\xff\xff\xff\x7f" + b"\x01\0\0\0"):
        with open("damaged.profraw", "wb") as file:
            file.write(whole[:word] + value + whole[word + 8:])
        command = [*COMMAND, "--profile-use=damaged.profraw"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = [line for line in done.stderr.splitlines() if ": warning: " not in line]
        if done.returncode not in (0, 1) or len(lines) > 1:
            print(f"{value.hex()} at {word}: status {done.returncode}")
print("done")
