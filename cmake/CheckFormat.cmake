# Every source file is as clang-format would write it.
#
#   cmake -DCLANG_FORMAT=<program> -DROOT=<source> -P CheckFormat.cmake
cmake_minimum_required(VERSION 3.25)

foreach(folder src graph exporters tests samples)
  file(GLOB_RECURSE found ${ROOT}/${folder}/*.hpp ${ROOT}/${folder}/*.cpp)
  list(APPEND files ${found})
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no source file was found below ${ROOT}")
endif()
# The exit code decides: a rejected .clang-format prints nothing that looks like a difference.
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE failed ERROR_VARIABLE complaints)
if(failed)
  string(REGEX MATCHALL "[^\n]+:[0-9]+:[0-9]+: error" places "${complaints}")
  list(TRANSFORM places REPLACE ":[0-9]+:[0-9]+: error" "")
  list(REMOVE_DUPLICATES places)
  list(JOIN places "\n  " names)
  if(NOT places)
    set(names "${complaints}")
  endif()
  message(FATAL_ERROR "not formatted; run clang-format -i on\n  ${names}")
endif()
message(STATUS "${count} files are formatted")
