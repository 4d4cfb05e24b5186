"""verify-changed.py change|mutate COUNT IMAGE: verifies changed copies of a signed image.

change  one byte gets another value: a third of the copies anywhere, a third in headers and load
        commands, a third in the signature. Each has to be reported, unless nothing vouches for
        the byte: see docs/signing.md
mutate  some fields are overwritten, or the end is cut off. The copies may hold, but neither
        verifying nor signing them may crash, or say more than one line for each image

The copies are the same in each run. Prints what was found, and each copy that is at fault."""
import os
import random
import struct
import subprocess
import sys
import tempfile

BATCH = 250
NUMBERS = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF]


def occurrences(data, wanted):
    start = data.find(wanted)
    while start >= 0:
        yield start
        start = data.find(wanted, start + 1)


def string_range(data, start):
    return range(start, data.index(0, start) + 1)


def free_bytes(data):
    """The bytes that nothing vouches for, by offset, with the name of what they are in."""
    free = {}
    for start in occurrences(data, bytes.fromhex("fade0c02")):
        if data[start + 8 : start + 10] != b"\0\2":
            continue
        version, = struct.unpack_from(">I", data, start + 8)
        fields = {12: "flags"} | ({88: "runtime version"} if version >= 0x20500 else {})
        for offset, name in fields.items():
            free.update(dict.fromkeys(range(start + offset, start + offset + 4), name))
        for offset, name in ((20, "identifier"), (48, "team identifier")):
            where, = struct.unpack_from(">I", data, start + offset)
            if where:
                free.update(dict.fromkeys(string_range(data, start + where), name))
    if data[:4] == bytes.fromhex("cafebabe"):
        for entry in range(struct.unpack_from(">I", data, 4)[0]):
            start = 8 + 20 * entry + 16
            free.update(dict.fromkeys(range(start, start + 4), "alignment"))
    return free


def structure(data):
    """The offsets of headers and load commands, and those of the signatures."""
    commands, signatures = [*range(48 if data[:1] == b"\xca" else 0)], []
    for start in occurrences(data, bytes.fromhex("cffaedfe")):
        if start % 4096 == 0:
            size = 32 + struct.unpack_from("<I", data, start + 20)[0]
            commands += range(start, start + size)
    for start in occurrences(data, bytes.fromhex("fade0cc0")):
        signatures += range(start, start + struct.unpack_from(">I", data, start + 4)[0])
    return commands, signatures


def changes(data, count, generator):
    places = [range(len(data)), *structure(data)]
    for number in range(count):
        offset = generator.choice(places[number % 3])
        changed = bytearray(data)
        changed[offset] ^= generator.randrange(1, 256)
        yield offset, changed


def mutants(data, count, generator):
    for number in range(count):
        changed = bytearray(data)
        for _ in range(generator.randint(1, 4)):
            size = generator.choice([1, 2, 4, 8])
            offset = generator.choice(generator.choice(structure(data)))
            offset = min(offset // size * size, len(data) - size)
            value = generator.choice([generator.choice(NUMBERS), generator.getrandbits(64),
                                      len(data), generator.randrange(64)])
            order = generator.choice(["little", "big"])
            changed[offset : offset + size] = (value % (1 << 8 * size)).to_bytes(size, order)
        if generator.random() < 0.1:
            del changed[generator.randrange(len(changed)) :]
        yield number, changed


def run(directory, *arguments):
    done = subprocess.run(["wasm2native", *arguments], cwd=directory, capture_output=True,
                          text=True, errors="replace")
    return done.returncode, done.stderr.splitlines()


def batches(copies, directory):
    """Writes the copies to files, and gives their keys and names by the batch."""
    batch = []
    for key, content in copies:
        name = f"copy{len(batch):03}"
        with open(os.path.join(directory, name), "wb") as file:
            file.write(content)
        batch.append((key, name))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def check_changes(data, count, directory):
    free = free_bytes(data)
    reported, unreported, faults = 0, {}, []
    for batch in batches(changes(data, count, random.Random(1)), directory):
        status, errors = run(directory, "verify", *(name for _, name in batch))
        if status not in (0, 1):
            faults.append(f"exit status {status} near {batch[0][0]:#x}")
        named = {line.split(":")[0] for line in errors if ": error: " in line}
        for offset, name in batch:
            if name in named:
                reported += 1
            elif offset in free:
                unreported[free[offset]] = unreported.get(free[offset], 0) + 1
            else:
                faults.append(f"byte {offset:#x} changed unnoticed")
    print(count, "changes,", reported + sum(unreported.values()), "reported or explained")
    print("explained:", *sorted(unreported))
    return faults


def check_mutants(data, count, directory):
    faults = []
    for batch in batches(mutants(data, count, random.Random(1)), directory):
        status, errors = run(directory, "verify", *(name for _, name in batch))
        if status not in (0, 1) or any(": error: " not in line for line in errors):
            faults.append(f"verify: status {status} near mutant {batch[0][0]}")
        for number, name in batch[:: len(batch) // 25]:
            status, errors = run(directory, "sign", name, "-o", "signed")
            if status not in (0, 1) or len(errors) != status:
                faults.append(f"sign: status {status} with mutant {number}: {errors}")
    print(count, "mutants")
    return faults


kind, count, image = sys.argv[1:]
with open(image, "rb") as file:
    original = file.read()
with tempfile.TemporaryDirectory() as folder:
    check = {"change": check_changes, "mutate": check_mutants}[kind]
    found = check(original, int(count), folder)
print(len(found), "at fault")
print(*found, sep="\n")
sys.exit(bool(found))
