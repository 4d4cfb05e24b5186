#!/bin/sh
# Builds host of host.c and numbers.wat with the C compiler $1 and what pkg-config says.
set -e
compiler=$(pkg-config --variable=compiler w2n)
"$compiler" --no-cache -c numbers.wat -o numbers.o
"$compiler" --emit=header numbers.wat -o numbers.h
"$1" $(pkg-config --cflags w2n) host.c numbers.o $(pkg-config --libs w2n) -o host
