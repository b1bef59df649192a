# The network must give the same numbers on every processor: no fused multiply-add, and no optimisation across files that might
# bring it back. The file asks for wider instructions itself, function by function.
set_source_files_properties(${MODULE_DIR}/kernels.cpp PROPERTIES COMPILE_OPTIONS "-ffp-contract=off;-fno-lto;-O3")
