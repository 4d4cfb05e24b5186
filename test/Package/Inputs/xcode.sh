#!/bin/bash
# Runs the build rule $2 with the compiler $3 in the recorded environment $1, with the changes
# NAME=VALUE that follow.
set -ea
. "./$1"
WASM2NATIVE=$3
script=$2
shift 3
exec env "$@" "$script"
