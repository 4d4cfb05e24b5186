# LLVM, lld, wabt and the rest: what the compiler is built on.
find_package(LLVM 22.1 REQUIRED CONFIG)
find_package(LLD REQUIRED CONFIG)
find_package(wabt REQUIRED CONFIG)
find_package(CLI11 REQUIRED CONFIG)
find_package(LibXml2 REQUIRED)
