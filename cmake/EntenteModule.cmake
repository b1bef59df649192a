# Warnings are errors for our own code; kept apart so that they never leak into what links us. GCC 12 takes every other
# std::optional for uninitialised (GCC bug 80635), so that this one warning says nothing.
add_library(entente_warnings INTERFACE)
target_compile_options(entente_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                                  -Wnon-virtual-dtor -Woverloaded-virtual -Wno-maybe-uninitialized
                                                  -Werror)

# entente_module(<name> DIR <folder> [USES <module>...] [LINKS <third party>...])
#
# One folder is one static library `entente_<name>`, one namespace and one test folder; a folder may still be empty.
# USES names the modules whose headers it may include; LINKS names third-party libraries, which are private: their
# headers appear in no header of ours. The test `layers` holds the `#include` lines to both lists.
function(entente_module name)
  cmake_parse_arguments(MODULE "" "DIR" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${MODULE_DIR}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${MODULE_DIR}/*.hpp)
  if(NOT sources)
    set(sources ${CMAKE_BINARY_DIR}/empty/${name}.cpp)
    file(CONFIGURE OUTPUT ${sources} CONTENT "")
  endif()
  # `#include "base/errors.hpp"` below src/, `#include "graph/…"` below the root; one base directory a file set.
  set(root ${PROJECT_SOURCE_DIR})
  if(MODULE_DIR MATCHES "^src/")
    set(root ${PROJECT_SOURCE_DIR}/src)
  endif()
  add_library(entente_${name} STATIC ${sources})
  if(headers)
    target_sources(entente_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${root} FILES ${headers})
  endif()
  target_include_directories(entente_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>
                                                    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  foreach(used ${MODULE_USES})
    target_link_libraries(entente_${name} PUBLIC entente_${used})
  endforeach()
  foreach(library ${MODULE_LINKS})
    target_link_libraries(entente_${name} PRIVATE third_party_${library})
  endforeach()
  target_compile_features(entente_${name} PUBLIC cxx_std_20)
  target_link_libraries(entente_${name} PRIVATE $<BUILD_INTERFACE:entente_warnings>)
  # Installed as `entente::<name>` (cmake/ententeConfig.cmake.in).
  set_target_properties(entente_${name} PROPERTIES EXPORT_NAME ${name})
  add_library(entente::${name} ALIAS entente_${name})
  if(headers)
    set(header_set FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente)
  endif()
  install(TARGETS entente_${name} EXPORT ententeTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} ${header_set})
  # A folder may set flags for single files (the network kernels do).
  include(${PROJECT_SOURCE_DIR}/${MODULE_DIR}/flags.cmake OPTIONAL)
  set_property(GLOBAL APPEND_STRING PROPERTY ENTENTE_LAYERS "${name}|${MODULE_DIR}|${MODULE_USES}|${MODULE_LINKS}\n")
endfunction()

# Writes the table of modules for the test `layers`; call it behind the last entente_module.
function(entente_write_layers)
  get_property(layers GLOBAL PROPERTY ENTENTE_LAYERS)
  string(REPLACE ";" " " layers "${layers}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/layers.txt CONTENT "${layers}" @ONLY)
endfunction()
