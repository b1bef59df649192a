# The network must give the same numbers on every processor: no fused multiply-add, and no optimisation across files that might
# bring it back. kernels.cpp asks for wider instructions itself, function by function.
set_source_files_properties(${MODULE_DIR}/kernels.cpp ${MODULE_DIR}/network.cpp PROPERTIES COMPILE_OPTIONS "-ffp-contract=off;-fno-lto;-O3")
