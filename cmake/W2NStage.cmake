# One static library per stage of the compiler, which may use only the stages it names.
#   w2n_add_stage(Decode SOURCES Sections.cpp USES Wasm [LIBRARIES ...])
function(w2n_add_stage NAME)
  cmake_parse_arguments(STAGE "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(W2N${NAME} STATIC ${STAGE_SOURCES})
  list(TRANSFORM STAGE_USES PREPEND W2N)
  target_link_libraries(W2N${NAME} PUBLIC W2NFlags ${STAGE_USES} PRIVATE ${STAGE_LIBRARIES})
endfunction()
