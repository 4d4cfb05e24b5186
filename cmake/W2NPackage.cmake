# What cmake --install leaves for other build systems, and the packages that CPack makes. The
# tools, the runtime and its headers are installed where they are built.
include(CMakePackageConfigHelpers)
include(UseWasm2Native)

set(W2N_CMAKE_DIR lib/cmake/wasm2native)
set(W2N_COMPILER bin/wasm2native)
set(W2N_INCLUDE_DIR include/wasm2native)
set(W2N_RUNTIME_DIR lib/wasm2native)
configure_package_config_file(cmake/Wasm2NativeConfig.cmake.in
  "${PROJECT_BINARY_DIR}/wasm2native-config.cmake" INSTALL_DESTINATION ${W2N_CMAKE_DIR}
  PATH_VARS W2N_COMPILER W2N_INCLUDE_DIR W2N_RUNTIME_DIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/wasm2native-config-version.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/wasm2native-config.cmake"
  "${PROJECT_BINARY_DIR}/wasm2native-config-version.cmake" cmake/UseWasm2Native.cmake
  DESTINATION ${W2N_CMAKE_DIR})

wasm2native_targets(W2N_HOST_TARGET)
configure_file(cmake/w2n.pc.in w2n.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/w2n.pc" DESTINATION lib/pkgconfig)
install(FILES LICENSE README.md DESTINATION share/doc/wasm2native)
install(DIRECTORY docs DESTINATION share/doc/wasm2native FILES_MATCHING PATTERN "*.md")

set(CPACK_PACKAGE_VENDOR "wasm2native")
set(CPACK_PACKAGE_CONTACT "wasm2native <wasm2native@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Ahead-of-time compiler from WebAssembly to native code")
set(CPACK_PACKAGE_INSTALL_DIRECTORY wasm2native)
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR TGZ)
find_program(W2N_SHLIBDEPS dpkg-shlibdeps)
if(W2N_SHLIBDEPS)
  list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Debian's tool finds this library by a link that belongs to another package, and gives it up.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "libllvm${LLVM_VERSION_MAJOR} (>= 1:${LLVM_VERSION_MAJOR}.${LLVM_VERSION_MINOR})")
include(CPack)
