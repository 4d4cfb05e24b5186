"""audit-changed.py flip|cut|mutate [COUNT] IMAGE: audits changed copies of an image.

flip    one bit is changed, in each byte of the headers and the signatures, and elsewhere
        in every 509th, which is several times in each page: no copy may pass
cut     each beginning whose length is a multiple of 64: no copy may pass
mutate  COUNT copies with some fields overwritten, the same ones in each run: they may
        pass, but no copy may get more than one line of error

No copy may crash w2n-audit. Prints how many copies there were, and those at fault."""
import json
import os
import random
import subprocess
import sys
import tempfile

PAGE = 4096
BATCH = 200
NUMBERS = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF]


def signatures(data):
    """Where the signatures start and end, and the bytes in them that may be anything: the
    flags, and the identifier, which lld puts behind the CodeDirectory's header."""
    start = data.find(bytes.fromhex("fade0cc0"))
    while start >= 0:
        end = start + int.from_bytes(data[start + 4 : start + 8], "big")
        name = start + 24 + 88
        free = {*range(start + 36, start + 40), *range(name, data.index(0, name) + 1)}
        yield start, end, free
        start = data.find(bytes.fromhex("fade0cc0"), end)


def flipped(data):
    offsets = {*range(0, len(data), 509), *range(64)}
    # In a universal file each image starts at a multiple of the page size.
    for start in range(0, len(data), PAGE):
        if data[start : start + 4] == b"\xcf\xfa\xed\xfe":
            commands_size = int.from_bytes(data[start + 20 : start + 24], "little")
            offsets.update(range(start, start + 32 + commands_size))
    for start, end, free in signatures(data):
        offsets.update(range(start, end))
        offsets -= free
    for offset in sorted(offsets):
        changed = bytearray(data)
        changed[offset] ^= 1 << offset % 8
        yield f"flip at {offset:#x}", changed


def beginnings(data):
    for length in range(0, len(data), 64):
        yield f"cut at {length:#x}", data[:length]


def mutated(data, count):
    generator = random.Random(1)
    for number in range(count):
        changed = bytearray(data)
        for _ in range(generator.randint(1, 4)):
            size = generator.choice([1, 2, 4, 8])
            # Half of them where most of the structure is.
            limit = generator.choice([512, PAGE, len(data), len(data)])
            offset = generator.randrange(0, min(limit, len(data)) - size, size)
            near = int.from_bytes(changed[offset : offset + size], "little")
            value = generator.choice(
                [generator.choice(NUMBERS), generator.getrandbits(64), len(data),
                 near + 1, near - 1, near ^ 1 << generator.randrange(8 * size)])
            changed[offset : offset + size] = (value % (1 << 8 * size)).to_bytes(size, "little")
        if generator.random() < 0.1:
            del changed[generator.randrange(len(changed)) :]
        yield f"mutant {number}", changed


def audit(files):
    """What each file gets: "passed", "failed" or "refused", or what is wrong with that."""
    done = subprocess.run(["w2n-audit", "--json", *files], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        if len(files) == 1:
            return [f"exit status {done.returncode}"]
        return [audit([file])[0] for file in files]
    errors = done.stderr.splitlines()
    results = []
    for file, report in zip(files, json.loads(done.stdout), strict=True):
        own = [line for line in errors if line.startswith(file) and ": error: " in line]
        if "images" in report:
            result = "passed" if report["passed"] else "failed"
            results.append(result if not own else f"errors in spite of a report: {own}")
        else:
            results.append("refused" if len(own) == 1 else f"{len(own)} errors")
        errors = [line for line in errors if line not in own]
    return results if not errors else [f"unexpected: {errors}"] * len(files)


def audit_all(copies, good):
    """Audits the copies by the batch; the number of them, and a line for each at fault."""
    faults = []
    count = 0
    with tempfile.TemporaryDirectory() as directory:
        files = [os.path.join(directory, f"{number:03}") for number in range(BATCH)]
        names = []

        def finish():
            for name, result in zip(names, audit(files[: len(names)])):
                if result not in good:
                    faults.append(f"{name}: {result}")
            names.clear()

        for name, content in copies:
            with open(files[len(names)], "wb") as file:
                file.write(content)
            names.append(name)
            count += 1
            if len(names) == BATCH:
                finish()
        if names:
            finish()
    return count, faults


kind, *counts, image = sys.argv[1:]
with open(image, "rb") as file:
    original = file.read()
bad = {"failed", "refused"}
count, faults = {
    "flip": lambda: audit_all(flipped(original), bad),
    "cut": lambda: audit_all(beginnings(original), bad),
    "mutate": lambda: audit_all(mutated(original, int(counts[0])), bad | {"passed"}),
}[kind]()
print(count, "copies,", len(faults), "at fault")
print(*faults, sep="\n")
sys.exit(bool(faults))
