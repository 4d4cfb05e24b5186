// What a host imports of an .xcframework.
@import library;

const w2n_module *module(void) { return &w2n_module_library; }
