#include "exporters/jsonl.hpp"

#include "core/relation_json.hpp"

namespace entente::exporters {

void write_jsonl(const ExportInput& input, const ExportOptions& /*options*/, const Sink& sink) {
    Output output(sink);
    for (std::size_t i = 0; i < input.graph.relation_count(); ++i) {
        output << core::to_json(input.graph.relation(i)) << '\n';
    }
    output.flush();
}

}  // namespace entente::exporters
