set_source_files_properties(src/cli/version.cpp PROPERTIES COMPILE_DEFINITIONS ENTENTE_VERSION="${PROJECT_VERSION}")
