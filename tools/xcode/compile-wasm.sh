#!/bin/bash
#
# A build rule of Xcode for WebAssembly modules: makes each output of the rule of its input,
# with everything else taken from the environment that Xcode gives to scripts. docs/xcode.md
# says how to set it up. Has to work with the bash of macOS, 3.2.

set -euo pipefail

# "error: " in front is what the issue navigator shows.
die() {
  echo "error: $*" >&2
  exit 1
}

# The systems that wasm2native compiles for, with the oldest version that has to run the code.
system_and_suffix() {
  case $PLATFORM_NAME in
    macosx)
      if [ "${IS_MACCATALYST:-NO}" = YES ] || [ "${EFFECTIVE_PLATFORM_NAME:-}" = -maccatalyst ]; then
        echo "ios${IPHONEOS_DEPLOYMENT_TARGET:-} -macabi"
      else
        echo "macos${MACOSX_DEPLOYMENT_TARGET:-}"
      fi
      ;;
    iphoneos) echo "ios${IPHONEOS_DEPLOYMENT_TARGET:-}" ;;
    iphonesimulator) echo "ios${IPHONEOS_DEPLOYMENT_TARGET:-} -simulator" ;;
    *) die "wasm2native has no target for the platform '$PLATFORM_NAME'" ;;
  esac
}

# A rule that runs once for each architecture has it in CURRENT_ARCH, another one has all in ARCHS.
targets() {
  local system suffix architecture architectures=${CURRENT_ARCH:-undefined_arch} list=
  read -r system suffix <<< "$1"
  [ "$architectures" != undefined_arch ] || architectures=$ARCHS
  for architecture in $architectures; do
    list+=,$architecture-apple-$system$suffix
  done
  echo "${list#,}"
}

# clang's levels, of which it has two more.
optimization() {
  case ${GCC_OPTIMIZATION_LEVEL:-2} in
    z) echo -Os ;;
    fast) echo -O3 ;;
    *) echo "-O${GCC_OPTIMIZATION_LEVEL:-2}" ;;
  esac
}

# Xcode takes a number of a line for a place, and a binary file has none.
for_issue_navigator() {
  sed -E \
    -e 's/^(.*):(0x[0-9a-f]+): (error|warning|note): (.*)$/\1:1: \3: \4 [at offset \2]/' \
    -e 's/^wasm2native: (error|warning|note): /\1: /' \
    -e 's/^([^:]*[^:0-9]): (error|warning|note): /\1:1: \2: /' >&2
}

compile() {
  local output=$1
  shift
  mkdir -p "$(dirname "$output")"
  "$compiler" "$input" -o "$output" "$@" 2>&1 | for_issue_navigator
}

input=${INPUT_FILE_PATH:-${SCRIPT_INPUT_FILE:-}}
[ -n "$input" ] || die "INPUT_FILE_PATH is not set: this script is for build rules of Xcode"
[ "${SCRIPT_OUTPUT_FILE_COUNT:-0}" -gt 0 ] || die "the build rule has no output files"
compiler=${WASM2NATIVE:-$(cd "$(dirname "$0")/../../.." && pwd)/bin/wasm2native}
[ -x "$compiler" ] || die "there is no compiler at '$compiler'; the build setting WASM2NATIVE names it"

system=$(system_and_suffix)
# Settings are lists of words, as for other compilers.
read -r -a flags <<< "${OTHER_WASM2NATIVE_FLAGS:-} ${OTHER_INPUT_FILE_FLAGS:-}"
code=("--target=$(targets "$system")" "$(optimization)" -MD)

for ((index = 0; index < SCRIPT_OUTPUT_FILE_COUNT; ++index)); do
  name=SCRIPT_OUTPUT_FILE_$index
  output=${!name}
  case $output in
    *.o) compile "$output" -c "${code[@]}" ${flags[@]+"${flags[@]}"} ;;
    *.a) compile "$output" --emit=staticlib "${code[@]}" ${flags[@]+"${flags[@]}"} ;;
    *.h) compile "$output" --emit=header ;;
    *) die "'$output' is neither an object (.o), nor a static library (.a), nor a header (.h)" ;;
  esac
done
