#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::exporters {

/// How far a graph has been sent.
struct PushedGraph {
    std::string checksum;  ///< of all its statements
    std::size_t sent = 0;  ///< chunks
    std::size_t chunks = 0;

    [[nodiscard]] bool is_complete() const { return chunks > 0 && sent == chunks; }

    friend bool operator==(const PushedGraph&, const PushedGraph&) = default;
};

/// What has been pushed, kept in the store itself, in a small graph beside the data: so that a push that broke off can
/// go on, from any machine, and only what changed is sent again.
///
/// Each statement holds one entry: a number, then lines of graph, checksum, chunks sent, chunks. Later entries win.
class PushLog {
public:
    /// An empty log about the graphs of which `subject` is the log.
    explicit PushLog(std::string subject) : subject_(std::move(subject)) {}

    /// Reads N-Triples as a store gives them back; statements that are no entries are passed over.
    void read(std::string_view ntriples);

    [[nodiscard]] const std::map<std::string, PushedGraph>& graphs() const { return graphs_; }
    /// How far a graph has been sent; all zero if nothing is known of it.
    [[nodiscard]] PushedGraph of(const std::string& graph) const;

    /// Notes how far graphs have been sent, and makes the statement that says so. A graph without chunks is forgotten.
    [[nodiscard]] std::string note(const std::vector<std::pair<std::string, PushedGraph>>& changes);
    /// All that is known, as few statements as possible.
    [[nodiscard]] std::string whole();
    /// Whether the store holds no more statements than whole() would make.
    [[nodiscard]] bool is_compact() const;

private:
    [[nodiscard]] std::string statement(const std::string& lines);
    void apply(std::string_view line);

    std::string subject_;
    std::map<std::string, PushedGraph> graphs_;
    std::size_t last_ = 0;  ///< the greatest number of an entry
    std::size_t entries_ = 0;
};

/// The graph that holds the log of what is pushed into `graph_iri` and the graphs below it.
[[nodiscard]] std::string push_log_graph(const std::string& graph_iri);

}  // namespace entente::exporters
