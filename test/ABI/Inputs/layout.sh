#!/bin/sh
# layout.sh CLANG PROJECT TARGET
"$1" --target="$3" -std=c11 -ffreestanding -I"$2/runtime" -S -o - "$2/test/ABI/Inputs/layout.c" |
  sed -n -E 's/^[[:space:]]*\.(quad|xword)[[:space:]]+([0-9]+).*/\2/p'
