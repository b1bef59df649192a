#pragma once

#include <string_view>

namespace entente::exporters {

/// The page of write_html without its data, whose place is marked `<!--data-->`; made of exporters/page/ by the build.
extern const std::string_view html_page;

}  // namespace entente::exporters
