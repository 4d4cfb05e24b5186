# Makes the stub library of libSystem (text-based stub, version 4) from the rows of
# runtime/platform/libSystem.def: cmake -DROWS=... -DOUTPUT=... -P W2NLibSystem.cmake
file(STRINGS "${ROWS}" LINES REGEX "^W2N_LIBSYSTEM\\(")
foreach(LINE ${LINES})
  if(NOT LINE MATCHES "^W2N_LIBSYSTEM\\(\"([^\"]+)\", \"([^\"]+)\"\\)$")
    message(FATAL_ERROR "not a row of libSystem.def: ${LINE}")
  endif()
  list(APPEND ARM64 "'${CMAKE_MATCH_1}'")
  list(APPEND X86_64 "'${CMAKE_MATCH_2}'")
endforeach()
list(JOIN ARM64 ", " ARM64)
list(JOIN X86_64 ", " X86_64)
# The simulator on x86-64 has the names of the devices.
set(X86_64_TARGETS "x86_64-macos, x86_64-maccatalyst")
set(ARM64_TARGETS "arm64-macos, arm64-maccatalyst, arm64-ios, arm64-ios-simulator")
string(APPEND ARM64_TARGETS ", x86_64-ios-simulator")
file(WRITE "${OUTPUT}" "--- !tapi-tbd
tbd-version:     4
targets:         [ ${X86_64_TARGETS}, ${ARM64_TARGETS} ]
install-name:    '/usr/lib/libSystem.B.dylib'
current-version: 1311
exports:
  - targets:     [ ${X86_64_TARGETS} ]
    symbols:     [ ${X86_64} ]
  - targets:     [ ${ARM64_TARGETS} ]
    symbols:     [ ${ARM64} ]
...
")
