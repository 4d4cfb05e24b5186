#!/bin/bash
#
# Compiles a WebAssembly module to one file of assembly for all architectures of Apple's systems:
#
#   assemble-wasm.sh MODULE OUTPUT.S [OPTION...]
#
# A plugin of SwiftPM does not know which of them a build is for, but the preprocessor does.

set -euo pipefail

module=$1
output=$2
shift 2
compiler=${WASM2NATIVE:-$(cd "$(dirname "$0")/../../.." && pwd)/bin/wasm2native}
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

for architecture in arm64 x86_64; do
  "$compiler" "$module" --emit=asm "--target=$architecture-apple-macos" \
    -o "$parts/$architecture.s" "$@"
done

# Lines that begin with # are comments in assembly, and could be taken for directives.
code() { sed '/^[[:space:]]*#/d' "$parts/$1.s"; }
{
  echo '#if defined(__arm64__)'
  code arm64
  echo '#elif defined(__x86_64__)'
  code x86_64
  echo '#else'
  echo '#error "wasm2native has no code for this architecture"'
  echo '#endif'
} > "$parts/all.S"
mv "$parts/all.S" "$output"
