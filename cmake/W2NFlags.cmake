# The flags every C++ target of the compiler and the tools is built with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_DEV "-O1 -gline-tables-only")
set(CMAKE_C_FLAGS_DEV "-O1 -gline-tables-only")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(W2N_SANITIZE "" CACHE STRING "Sanitizers for the compiler and tools, as for -fsanitize=")

add_library(W2NWarnings INTERFACE)
target_compile_options(W2NWarnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wimplicit-fallthrough -Werror)

add_library(W2NFlags INTERFACE)
target_link_libraries(W2NFlags INTERFACE W2NWarnings)
target_include_directories(W2NFlags INTERFACE "${PROJECT_SOURCE_DIR}/compiler"
  "${PROJECT_SOURCE_DIR}/runtime")
target_include_directories(W2NFlags SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${LLD_INCLUDE_DIRS})
# LLVM gives one string of several definitions.
separate_arguments(W2N_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(W2NFlags INTERFACE ${W2N_LLVM_DEFINITIONS})
# LLVM is built without exceptions; only the users of CLI11 turn them on.
target_compile_options(W2NFlags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
if(W2N_SANITIZE)
  target_compile_options(W2NFlags INTERFACE -fsanitize=${W2N_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(W2NFlags INTERFACE -fsanitize=${W2N_SANITIZE})
endif()
