# platform.sh DIRECTORY MODULE TARGET: what is said of the system by an object, a library and
# a program, and by the audit of the latter.
set -e
cd "$1"
echo object
wasm2native -c "$2" --target="$3" -o library.o
llvm-objdump --macho --private-headers library.o | grep -A 6 LC_BUILD_VERSION
echo image
wasm2native --emit=dylib "$2" --target="$3" -o library.dylib
llvm-objdump --macho --private-headers library.dylib | grep -A 6 LC_BUILD_VERSION
w2n-audit library.dylib
echo program
wasm2native --invoke=divide "$2" --target="$3" -o program
w2n-audit program
