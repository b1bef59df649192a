#include "cli/graph_view.hpp"

#include <iostream>

#include <CLI/CLI.hpp>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "graph/views.hpp"

namespace entente::cli {

void ViewOptions::declare(CLI::App& app) {
    app.add_option("--by", by_, "actor; or principal: everybody counts as the one for whom they act")
        ->group("View")
        ->check(CLI::IsMember({"actor", "principal"}))
        ->capture_default_str();
    app.add_option("--around", around_, "only what lies near this actor")->group("View")->type_name("NAME");
    app.add_option("--depth", depth_, "with --around: so many steps away")
        ->group("View")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--top", top_, "only so many actors, the most central ones")->group("View")->type_name("N");
    filter_.declare(app);
}

graph::KnowledgeGraph ViewOptions::take(graph::KnowledgeGraph graph, const Names& names) const {
    graph::Query query;
    filter_.apply(query);
    // Asked before the graph is narrowed, so that an unknown name is told from one that nothing is left of.
    const graph::ActorPattern centre = names.actor(around_, graph, false);
    if (filter_.narrow()) graph = graph::run_query(graph, query).graph;
    if (by_ == "principal") graph = graph::roll_up(graph, names.facts());
    if (!around_.empty()) graph = graph::around(graph, {centre.ids.begin(), centre.ids.end()}, depth_);
    if (top_ > 0) graph = graph::top(graph, top_);
    return graph;
}

int write_view(const graph::KnowledgeGraph& view, const Names& names, const exporters::Format& format,
               exporters::ExportOptions options, const std::string& output, bool overwrite) {
    base::Diagnostics diagnostics(
        [](const base::Message& message) { say("warning: " + message.location.text() + ": " + message.text); });
    const exporters::ExportInput input{view, names.ontology(), diagnostics};
    options.destination = output;
    if (output == "-") {
        format.write(input, options, [](std::string_view bytes) { std::cout << bytes; });
    } else {
        base::AtomicFile file(output, overwrite);
        format.write(input, options, [&file](std::string_view bytes) { file.write(bytes); });
        file.commit();
    }
    say((output == "-" ? "exported: " : output + ": ") + counted(view.actors().size(), "actor", "actors") + ", " +
        counted(view.edges().size(), "edge", "edges"));
    return view.edges().empty() ? exit_nothing_found : exit_done;
}

}  // namespace entente::cli
