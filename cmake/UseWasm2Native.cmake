# Makes libraries and programs of WebAssembly modules, for users of the installed compiler.
# docs/cmake.md describes the functions.

# Sets RESULT to the names for --target of what this project is compiled for.
function(wasm2native_targets RESULT)
  string(TOLOWER "${CMAKE_SYSTEM_NAME}" SYSTEM)
  if(CMAKE_SYSTEM_NAME MATCHES "^(Darwin|iOS|tvOS|watchOS|visionOS)$")
    if(SYSTEM STREQUAL "darwin")
      set(SYSTEM macos)
    endif()
    set(SUFFIX "")
    if(CMAKE_OSX_SYSROOT MATCHES "[Ss]imulator")
      set(SUFFIX -simulator)
    endif()
    set(ARCHITECTURES ${CMAKE_OSX_ARCHITECTURES})
    if(NOT ARCHITECTURES)
      set(ARCHITECTURES ${CMAKE_SYSTEM_PROCESSOR})
    endif()
    set(NAMES)
    foreach(ARCHITECTURE IN LISTS ARCHITECTURES)
      list(APPEND NAMES
        "${ARCHITECTURE}-apple-${SYSTEM}${CMAKE_OSX_DEPLOYMENT_TARGET}${SUFFIX}")
    endforeach()
  elseif(CMAKE_C_COMPILER_TARGET OR CMAKE_CXX_COMPILER_TARGET)
    set(NAMES "${CMAKE_C_COMPILER_TARGET}")
    if(NOT NAMES)
      set(NAMES "${CMAKE_CXX_COMPILER_TARGET}")
    endif()
  else()
    string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}" PROCESSOR)
    string(REGEX REPLACE "^amd64$" "x86_64" PROCESSOR "${PROCESSOR}")
    string(REGEX REPLACE "^arm64$" "aarch64" PROCESSOR "${PROCESSOR}")
    set(NAMES "${PROCESSOR}-${SYSTEM}")
  endif()
  set(${RESULT} ${NAMES} PARENT_SCOPE)
endfunction()

# Sets W2N_MODULE, the absolute name of the module, and W2N_TARGETS, the list for --target, in
# the caller, from what it was given.
macro(_wasm2native_parse NAME MODULE FLAGS)
  cmake_parse_arguments(W2N "${FLAGS}" "" "TARGETS;OPTIONS" ${ARGN})
  if(W2N_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${NAME}: unknown arguments: ${W2N_UNPARSED_ARGUMENTS}")
  endif()
  if("${MODULE}" MATCHES "\\$<")
    message(FATAL_ERROR "${NAME}: the module has to be a file's name, not '${MODULE}'")
  endif()
  # What is not among the sources is made by another rule, in the binary directory.
  get_filename_component(W2N_MODULE "${MODULE}" ABSOLUTE)
  if(NOT EXISTS "${W2N_MODULE}")
    get_filename_component(W2N_MODULE "${MODULE}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  if(NOT W2N_TARGETS)
    wasm2native_targets(W2N_TARGETS)
  endif()
  list(JOIN W2N_TARGETS "," W2N_TARGETS)
endmacro()

# Adds the rule that makes OUTPUT of MODULE with the options that follow.
function(_wasm2native_command OUTPUT MODULE)
  # Dependency files name what they are about relative to where the command runs.
  cmake_policy(SET CMP0116 NEW)
  get_filename_component(NAME "${OUTPUT}" NAME)
  add_custom_command(OUTPUT "${OUTPUT}"
    COMMAND wasm2native::wasm2native "${MODULE}" -o "${OUTPUT}" -MD -MF "${OUTPUT}.d" ${ARGN}
    DEPENDS "${MODULE}" "$<TARGET_FILE:wasm2native::wasm2native>"
    DEPFILE "${OUTPUT}.d"
    COMMENT "Compiling ${NAME} from WebAssembly"
    VERBATIM)
endfunction()

# The header of a module called as one of the C library's would take its place in all sources.
set(_WASM2NATIVE_TAKEN_HEADERS assert complex ctype dlfcn errno fcntl fenv float inttypes limits
  locale malloc math memory poll pthread sched semaphore setjmp signal stdarg stdatomic stdbool
  stddef stdint stdio stdlib string strings tgmath threads time uchar unistd w2n w2n_wasi w2n_wasm
  wasm wchar wctype)

# wasm2native_add_library(NAME MODULE [STATIC|SHARED] [TARGETS TARGET...] [OPTIONS OPTION...])
function(wasm2native_add_library NAME MODULE)
  _wasm2native_parse("${NAME}" "${MODULE}" "STATIC;SHARED" ${ARGN})
  get_filename_component(HEADER "${MODULE}" NAME_WLE)
  if(HEADER IN_LIST _WASM2NATIVE_TAKEN_HEADERS)
    message(FATAL_ERROR
      "${NAME}: the header ${HEADER}.h of '${MODULE}' would hide another: call the module otherwise")
  endif()
  set(KIND STATIC)
  set(EMIT staticlib)
  if(W2N_SHARED)
    set(KIND SHARED)
    set(EMIT dylib)
  endif()
  set(FOLDER "${CMAKE_CURRENT_BINARY_DIR}/${NAME}.wasm2native")
  file(MAKE_DIRECTORY "${FOLDER}")
  get_filename_component(STEM "${W2N_MODULE}" NAME_WLE)
  set(LIBRARY "${FOLDER}/${CMAKE_${KIND}_LIBRARY_PREFIX}${NAME}${CMAKE_${KIND}_LIBRARY_SUFFIX}")
  set(HEADER "${FOLDER}/${STEM}.h")
  _wasm2native_command("${LIBRARY}" "${W2N_MODULE}" --emit=${EMIT} --target=${W2N_TARGETS}
    ${W2N_OPTIONS})
  _wasm2native_command("${HEADER}" "${W2N_MODULE}" --emit=header)
  add_custom_target(${NAME}-wasm2native DEPENDS "${LIBRARY}" "${HEADER}")

  add_library(${NAME} ${KIND} IMPORTED GLOBAL)
  add_dependencies(${NAME} ${NAME}-wasm2native)
  set_target_properties(${NAME} PROPERTIES IMPORTED_LOCATION "${LIBRARY}")
  get_filename_component(FILE_NAME "${LIBRARY}" NAME)
  if(W2N_SHARED AND NOT APPLE)
    set_target_properties(${NAME} PROPERTIES IMPORTED_SONAME "${FILE_NAME}")
  elseif(W2N_SHARED)
    set_target_properties(${NAME} PROPERTIES IMPORTED_SONAME "@rpath/${FILE_NAME}")
  endif()
  target_include_directories(${NAME} INTERFACE "${FOLDER}" "${wasm2native_INCLUDE_DIR}")
endfunction()

# wasm2native_add_executable(NAME MODULE [TARGETS TARGET...] [OPTIONS OPTION...])
function(wasm2native_add_executable NAME MODULE)
  _wasm2native_parse("${NAME}" "${MODULE}" "" ${ARGN})
  set(PROGRAM "${CMAKE_CURRENT_BINARY_DIR}/${NAME}")
  _wasm2native_command("${PROGRAM}" "${W2N_MODULE}" --target=${W2N_TARGETS} ${W2N_OPTIONS})
  add_custom_target(${NAME}-wasm2native ALL SOURCES "${PROGRAM}")
  add_executable(${NAME} IMPORTED GLOBAL)
  add_dependencies(${NAME} ${NAME}-wasm2native)
  set_target_properties(${NAME} PROPERTIES IMPORTED_LOCATION "${PROGRAM}")
endfunction()
