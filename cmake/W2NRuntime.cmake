# The runtime for one target: lib/wasm2native/<target>/libw2n_program.a and
# libw2n_library.a, compiled by the clang that builds the project, and on Apple's systems
# the stub library that programs are linked with.
#
#   w2n_add_runtime(x86_64-linux TRIPLE x86_64-unknown-linux-gnu SYSTEM linux
#                   ARCHITECTURE x86_64 CPU x86_64 FORMAT elf [OPTIONS ...])
#
# A source belongs to a target by where it is and what it is called:
#   core/ libc/ wasi/ c_api/        all targets
#   cpu/<CPU>/                      targets with this CPU
#   platform/<system>/<architecture>/*.S, platform/*_<system>.c, platform/*_<format>.c
#   platform/library/*_<system>.c, platform/library/*_<format>.c
# and to an archive: library*.c of any folder and platform/library/ to libw2n_library.a, and to
# libw2n_dynamic.a for dynamic libraries; program*.c of any folder and all else of placement/ to
# libw2n_program.a; the rest to all three. And
#   tools/w2n-spectest/harness/     libw2n_spectest.a, for test programs
# What starts a program, start.S and start_<system>.c, is not in libw2n_library.a.

find_program(W2N_LLVM_AR NAMES llvm-ar HINTS "${LLVM_TOOLS_BINARY_DIR}" NO_DEFAULT_PATH REQUIRED)

set(W2N_RUNTIME_FLAGS -std=c11 -ffreestanding -nostdinc -fPIC -fvisibility=hidden
  -fno-stack-protector -ffunction-sections -fdata-sections -fno-ident
  -fno-omit-frame-pointer -momit-leaf-frame-pointer
  # RUNTIME_STACK_SIZE of placement/program.c must do for the deepest calls.
  -Wframe-larger-than=20480
  -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Werror)

# Sets RESULT to the sources of PATTERNS, relative to the runtime's folder.
function(w2n_runtime_sources RESULT)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/runtime/")
  file(GLOB SOURCES CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/runtime" ${ARGN})
  set(${RESULT} ${SOURCES} PARENT_SCOPE)
endfunction()

# Sets RESULT to objects made of SOURCES for the target that RT_* of the caller describe.
function(w2n_runtime_objects RESULT TARGET)
  execute_process(COMMAND "${CMAKE_C_COMPILER}" -print-resource-dir
    OUTPUT_VARIABLE RESOURCES OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  # All of them, since the relative names in a dependency file would mean others to ninja.
  file(GLOB_RECURSE HEADERS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/runtime/*.h"
    "${PROJECT_SOURCE_DIR}/runtime/*.def")
  set(OBJECTS)
  foreach(SOURCE ${ARGN})
    # Members of an archive need names of their own.
    string(REPLACE "/" "_" NAME "${SOURCE}")
    set(OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${TARGET}/${NAME}.o")
    # What programs and hosts spend time in is core/, libc/ and calls; the rest is glue around
    # system calls.
    set(LEVEL -Os)
    if(SOURCE MATCHES "^(core|libc)/")
      set(LEVEL -O2)
    elseif(SOURCE MATCHES "/library_call")
      # Two fields that were just written one by one are slow to read as a vector.
      set(LEVEL -O2 -fno-slp-vectorize)
    endif()
    # As for compiled code: compact tables on Apple's systems, none elsewhere.
    set(UNWIND -fno-asynchronous-unwind-tables -fno-unwind-tables)
    if(RT_FORMAT STREQUAL "macho")
      set(UNWIND -fno-asynchronous-unwind-tables -funwind-tables)
    endif()
    # Relative names of sources keep the build folder out of the objects.
    add_custom_command(OUTPUT "${OBJECT}"
      COMMAND ${CMAKE_C_COMPILER_LAUNCHER} "${CMAKE_C_COMPILER}" --target=${RT_TRIPLE}
        ${W2N_RUNTIME_FLAGS} ${UNWIND} ${LEVEL} ${RT_OPTIONS} -isystem "${RESOURCES}/include" -I.
        -Iplatform/${RT_SYSTEM} -Iplatform/${RT_SYSTEM}/${RT_ARCHITECTURE} -Icpu/${RT_CPU}
        -c "${SOURCE}" -o "${OBJECT}"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}/runtime"
      DEPENDS "${PROJECT_SOURCE_DIR}/runtime/${SOURCE}" ${HEADERS}
      COMMENT "Compiling runtime/${SOURCE} for ${TARGET}" VERBATIM)
    list(APPEND OBJECTS "${OBJECT}")
  endforeach()
  set(${RESULT} ${OBJECTS} PARENT_SCOPE)
endfunction()

function(w2n_runtime_archive ARCHIVE)
  add_custom_command(OUTPUT "${ARCHIVE}"
    COMMAND ${CMAKE_COMMAND} -E rm -f "${ARCHIVE}"
    COMMAND "${W2N_LLVM_AR}" rcsD "${ARCHIVE}" ${ARGN}
    DEPENDS ${ARGN} VERBATIM)
endfunction()

function(w2n_add_runtime TARGET)
  cmake_parse_arguments(RT "" "TRIPLE;SYSTEM;ARCHITECTURE;CPU;FORMAT" "OPTIONS" ${ARGN})
  w2n_runtime_sources(COMMON core/*.c libc/*.c wasi/*.c c_api/*.c cpu/${RT_CPU}/*.c
    platform/${RT_SYSTEM}/${RT_ARCHITECTURE}/*.S platform/*_${RT_SYSTEM}.c platform/*_${RT_FORMAT}.c)
  w2n_runtime_sources(START platform/${RT_SYSTEM}/${RT_ARCHITECTURE}/start.S
    platform/start_${RT_SYSTEM}.c)
  # A library must not offer its host a main or a _start.
  list(REMOVE_ITEM COMMON ${START})
  # A host has these in its own C library, and needs no slower ones. On Apple's systems nothing may
  # be imported but what programs may import, too.
  set(HOSTS_OWN)
  if(RT_FORMAT STREQUAL "elf")
    w2n_runtime_sources(HOSTS_OWN libc/memcmp.c libc/bzero.c)
  endif()
  list(REMOVE_ITEM COMMON "" ${HOSTS_OWN})
  w2n_runtime_sources(PLACEMENT placement/*.c)
  set(LIBRARY ${COMMON} ${PLACEMENT})
  list(FILTER LIBRARY INCLUDE REGEX "/library[^/]*$")
  set(PROGRAM ${COMMON} ${PLACEMENT})
  list(FILTER PROGRAM INCLUDE REGEX "^placement/|/program[^/]*$")
  list(REMOVE_ITEM PROGRAM ${LIBRARY})
  list(REMOVE_ITEM COMMON ${LIBRARY} ${PROGRAM})
  w2n_runtime_sources(LIBRARY_PLATFORM
    platform/library/*_${RT_SYSTEM}.c platform/library/*_${RT_FORMAT}.c)
  list(APPEND LIBRARY ${LIBRARY_PLATFORM})
  w2n_runtime_sources(SPECTEST ../tools/w2n-spectest/harness/*.c)
  w2n_runtime_objects(START_OBJECTS ${TARGET} ${START})
  w2n_runtime_objects(COMMON_OBJECTS ${TARGET} ${COMMON})
  w2n_runtime_objects(HOSTS_OWN_OBJECTS ${TARGET} ${HOSTS_OWN})
  w2n_runtime_objects(PROGRAM_OBJECTS ${TARGET} ${PROGRAM})
  w2n_runtime_objects(LIBRARY_OBJECTS ${TARGET} ${LIBRARY})
  w2n_runtime_objects(SPECTEST_OBJECTS ${TARGET} ${SPECTEST})
  # The same with functions of w2n.h that can be seen from outside.
  set(EXPORTED ${LIBRARY} core/memory.c core/table.c)
  set(NOT_EXPORTED_OBJECTS ${COMMON_OBJECTS})
  list(FILTER NOT_EXPORTED_OBJECTS EXCLUDE REGEX "/core_(memory|table)\\.c\\.o$")
  list(APPEND RT_OPTIONS -include placement/exported.h)
  w2n_runtime_objects(EXPORTED_OBJECTS ${TARGET}/exported ${EXPORTED})

  set(FOLDER "${CMAKE_BINARY_DIR}/lib/wasm2native/${TARGET}")
  file(MAKE_DIRECTORY "${FOLDER}" "${CMAKE_CURRENT_BINARY_DIR}/${TARGET}/exported")
  w2n_runtime_archive("${FOLDER}/libw2n_program.a" ${COMMON_OBJECTS} ${HOSTS_OWN_OBJECTS}
    ${PROGRAM_OBJECTS} ${START_OBJECTS})
  w2n_runtime_archive("${FOLDER}/libw2n_library.a" ${COMMON_OBJECTS} ${LIBRARY_OBJECTS})
  w2n_runtime_archive("${FOLDER}/libw2n_dynamic.a" ${NOT_EXPORTED_OBJECTS} ${HOSTS_OWN_OBJECTS}
    ${EXPORTED_OBJECTS})
  w2n_runtime_archive("${FOLDER}/libw2n_spectest.a" ${SPECTEST_OBJECTS} ${START_OBJECTS}
    ${HOSTS_OWN_OBJECTS})
  set(OUTPUTS "${FOLDER}/libw2n_program.a" "${FOLDER}/libw2n_library.a"
    "${FOLDER}/libw2n_dynamic.a" "${FOLDER}/libw2n_spectest.a")
  if(RT_SYSTEM STREQUAL "darwin")
    set(SCRIPT "${PROJECT_SOURCE_DIR}/cmake/W2NLibSystem.cmake")
    set(ROWS "${PROJECT_SOURCE_DIR}/runtime/platform/libSystem.def")
    add_custom_command(OUTPUT "${FOLDER}/libSystem.tbd"
      COMMAND ${CMAKE_COMMAND} "-DROWS=${ROWS}" "-DOUTPUT=${FOLDER}/libSystem.tbd" -P "${SCRIPT}"
      DEPENDS "${ROWS}" "${SCRIPT}" VERBATIM)
    list(APPEND OUTPUTS "${FOLDER}/libSystem.tbd")
  endif()
  add_custom_target(w2n-runtime-${TARGET} ALL DEPENDS ${OUTPUTS})
  set_property(DIRECTORY APPEND PROPERTY W2N_RUNTIMES w2n-runtime-${TARGET})
  # Where an installed wasm2native looks; the archive of the tests stays behind.
  install(DIRECTORY "${FOLDER}" DESTINATION lib/wasm2native
    PATTERN "libw2n_spectest.a" EXCLUDE)
endfunction()
