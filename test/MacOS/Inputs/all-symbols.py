"""all-symbols.py ROWS CPU: prints a C program with the addresses of all of libSystem.def."""

import re
import sys

rows, cpu = sys.argv[1:]
with open(rows, encoding="utf-8") as text:
    pairs = re.findall(r'^W2N_LIBSYSTEM\("([^"]*)", "([^"]*)"\)', text.read(), re.MULTILINE)
# Nothing is bound lazily where fixups are chained.
symbols = [pair[cpu == "x86_64"] for pair in pairs if pair[0] != "dyld_stub_binder"]
for index, symbol in enumerate(symbols):
    print(f'extern char symbol{index} __asm__("{symbol}");')
print("char *const volatile symbols[] = {")
for index in range(len(symbols)):
    print(f"    &symbol{index},")
print("};")
print(f"int main(void) {{ return symbols[{len(symbols) - 1}] ? 0 : 1; }}")
