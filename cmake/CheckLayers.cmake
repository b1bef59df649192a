# Holds the `#include` lines to the directions of CMakeLists.txt.
#
#   cmake -DLAYERS=<build>/layers.txt -DROOT=<source> -P CheckLayers.cmake
#
# LAYERS has one line a module: name|folder|modules it may use|third-party libraries it may use.
cmake_minimum_required(VERSION 3.25)

# Which library a third-party header belongs to.
set(library_headers
    "rapidjson=^rapidjson/" "xxhash=^xxhash\\.h$" "icu=^unicode/" "cld2=^cld2/" "pugixml=^pugixml\\.hpp$"
    "sqlite=^sqlite3\\.h$" "boost=^boost/" "cli11=^CLI/" "eigen=^Eigen/" "zlib=^zlib\\.h$" "curl=^curl/" "expat=^expat\\.h$"
    "gumbo=^gumbo\\.h$" "doctest=^doctest/")
# What the C++ library and the system offer to everybody.
set(system_header "^[a-z_0-9]+$|^(unistd|fcntl|signal|immintrin|poll)\\.h$|^sys/[a-z]+\\.h$")

set(violations 0)
function(complain file text)
  file(RELATIVE_PATH shown ${ROOT} ${file})
  message(SEND_ERROR "${shown}: ${text}")
  math(EXPR violations "${violations} + 1")
  set(violations ${violations} PARENT_SCOPE)
endfunction()

function(check_system_include module file header links)
  foreach(row ${library_headers})
    string(REGEX MATCH "^([a-z0-9]+)=(.*)$" _ "${row}")
    set(library ${CMAKE_MATCH_1})
    if(header MATCHES "${CMAKE_MATCH_2}")
      if(NOT library IN_LIST links)
        complain(${file} "<${header}>: module ${module} does not link ${library}")
      elseif(file MATCHES "\\.hpp$")
        complain(${file} "<${header}>: third-party headers belong in .cpp files")
      endif()
      return(PROPAGATE violations)
    endif()
  endforeach()
  if(NOT header MATCHES "${system_header}")
    complain(${file} "<${header}>: of no library that cmake/CheckLayers.cmake knows")
  endif()
  set(violations ${violations} PARENT_SCOPE)
endfunction()

function(check_own_include module file header uses)
  string(REGEX REPLACE "/.*$" "" used "${header}")
  if(NOT header MATCHES "/")
    complain(${file} "\"${header}\": write the folder too")
  elseif(NOT used STREQUAL module AND NOT used IN_LIST uses)
    complain(${file} "\"${header}\": module ${module} may not use ${used}")
  endif()
  set(violations ${violations} PARENT_SCOPE)
endfunction()

file(STRINGS ${LAYERS} lines)
set(known "")
set(files_read 0)
foreach(line ${lines})
  string(REPLACE "|" ";" cells "${line}|")
  list(GET cells 0 module)
  list(GET cells 1 folder)
  list(GET cells 2 uses)
  list(GET cells 3 links)
  separate_arguments(uses)
  separate_arguments(links)
  # A module uses only what stands above it: no cycle can arise.
  foreach(used ${uses})
    if(NOT used IN_LIST known)
      message(SEND_ERROR "module ${module} uses ${used}, which does not stand above it in CMakeLists.txt")
    endif()
  endforeach()
  list(APPEND known ${module})

  file(GLOB files ${ROOT}/${folder}/*.hpp ${ROOT}/${folder}/*.cpp)
  foreach(file ${files})
    math(EXPR files_read "${files_read} + 1")
    file(STRINGS ${file} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(include ${includes})
      if(include MATCHES "<(.*)>")
        check_system_include(${module} ${file} "${CMAKE_MATCH_1}" "${links}")
      elseif(include MATCHES "\"(.*)\"")
        check_own_include(${module} ${file} "${CMAKE_MATCH_1}" "${uses}")
      endif()
    endforeach()
  endforeach()
endforeach()
if(files_read EQUAL 0)
  message(SEND_ERROR "no source file was found below ${ROOT}")
endif()
message(STATUS "${files_read} files keep to their layers, ${violations} violations")
