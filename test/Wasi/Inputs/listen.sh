# Compiles TEST.wasm to listen on a free port and a local socket, and runs it.
#   listen.sh PYTHON INPUTS TEST RUN [OPTION...]
set -e
python=$1 inputs=$2 test=$3 run=$4
shift 4
port=$($python "$inputs/free-ports.py" 1)
rm -f "$test.local"
cd "$(dirname "$test")"
local=unix:$(basename "$test").local
wasm2native "$test.wasm" "--dir=$test.dir::/" "--listen=127.0.0.1:$port" "--listen=$local" \
  -o "$test.listener" "$@"
$python "$inputs/call.py" "127.0.0.1:$port" "$local" -- $run "$test.listener"
