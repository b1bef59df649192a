# The page that write_html fills lies in page/ as what it is, HTML, CSS and JavaScript; it is compiled in as one text.
set(page_parts page.html page.css graph.js map.js panel.js main.js)
list(TRANSFORM page_parts PREPEND ${PROJECT_SOURCE_DIR}/exporters/page/)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_parts})
set(PAGE_STYLE "")
set(PAGE_SCRIPT "")
foreach(part ${page_parts})
  file(READ ${part} text)
  if(part MATCHES "css$")
    string(APPEND PAGE_STYLE "${text}")
  elseif(part MATCHES "js$")
    string(APPEND PAGE_SCRIPT "${text}")
  else()
    set(PAGE "${text}")
  endif()
endforeach()
string(CONFIGURE "${PAGE}" PAGE @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/exporters/html_page.cpp @ONLY CONTENT [[
#include "exporters/html_page.hpp"

namespace entente::exporters {

const std::string_view html_page = R"page(@PAGE@)page";

}  // namespace entente::exporters
]])
target_sources(entente_exporters PRIVATE ${CMAKE_BINARY_DIR}/exporters/html_page.cpp)
