# Warnings are errors for our own code; kept apart so that they never leak into what links us.
add_library(entente_warnings INTERFACE)
target_compile_options(entente_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                                  -Wnon-virtual-dtor -Woverloaded-virtual -Werror)

# entente_module(<name> DIR <folder> [USES <module>...] [LINKS <third party>...])
#
# One folder is one static library `entente_<name>`, one namespace and one test folder. USES names the modules whose
# headers it may include; LINKS names third-party libraries, which are private: their headers appear in no header of ours.
function(entente_module name)
  cmake_parse_arguments(MODULE "" "DIR" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${MODULE_DIR}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${MODULE_DIR}/*.hpp)
  if(NOT sources)
    file(WRITE ${CMAKE_BINARY_DIR}/${name}_empty.cpp "")
    set(sources ${CMAKE_BINARY_DIR}/${name}_empty.cpp)
  endif()
  add_library(entente_${name} STATIC ${sources})
  target_sources(entente_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}
                                        FILES ${headers})
  target_include_directories(entente_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  foreach(used ${MODULE_USES})
    target_link_libraries(entente_${name} PUBLIC entente_${used})
  endforeach()
  foreach(library ${MODULE_LINKS})
    target_link_libraries(entente_${name} PRIVATE third_party_${library})
  endforeach()
  target_link_libraries(entente_${name} PRIVATE $<BUILD_INTERFACE:entente_warnings>)
  # A folder may set flags for single files (the network kernels do).
  include(${PROJECT_SOURCE_DIR}/${MODULE_DIR}/flags.cmake OPTIONAL)
  file(APPEND ${CMAKE_BINARY_DIR}/layers.txt.new "${name}|${MODULE_DIR}|${MODULE_USES}\n")
endfunction()

file(REMOVE ${CMAKE_BINARY_DIR}/layers.txt.new)
