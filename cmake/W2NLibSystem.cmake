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
file(WRITE "${OUTPUT}" "--- !tapi-tbd
tbd-version:     4
targets:         [ x86_64-macos, arm64-macos ]
install-name:    '/usr/lib/libSystem.B.dylib'
current-version: 1311
exports:
  - targets:     [ x86_64-macos ]
    symbols:     [ ${X86_64} ]
  - targets:     [ arm64-macos ]
    symbols:     [ ${ARM64} ]
...
")
