#!/bin/sh
# make-runtime.sh TARGET DIRECTORY: a runtime for TARGET of a few lines.
set -e
inputs=$(dirname "$0")
directory=$2/$1
mkdir -p "$directory"
case $1 in
*-macos)
  clang --target="$1"12 -ffreestanding -O1 -c "$inputs/macho-start.c" -o "$directory/start.o"
  cp "$inputs/libSystem.tbd" "$directory"
  ;;
*)
  clang --target="$1"-gnu -ffreestanding -fPIE -O1 -c "$inputs/elf-start.c" \
    -o "$directory/start.o"
  ;;
esac
rm -f "$directory/libw2n_program.a"
llvm-ar rcsD "$directory/libw2n_program.a" "$directory/start.o"
