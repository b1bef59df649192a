#include "exporters/push.hpp"

#include <utility>

#include "base/hash.hpp"
#include "exporters/chunks.hpp"
#include "exporters/push_log.hpp"
#include "exporters/store_client.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

/// With a name for the graph that holds what belongs to no article, or all.
ExportOptions with_graph(ExportOptions options) {
    options.graph_iri = main_graph(options);
    if (options.graph_iri.empty()) options.graph_iri = default_graph_iri(options.base_iri);
    return options;
}

class Push {
public:
    Push(const PushOptions& options, const std::vector<PlannedGraph>& plan, const PushSurroundings& surroundings)
        : again_(options.again),
          plan_(plan),
          store_(options.endpoint, options.retries, surroundings.client, surroundings.wait),
          progress_(surroundings.progress),
          log_graph_(push_log_graph(plan.front().iri)),
          log_(log_graph_) {
        for (const PlannedGraph& graph : plan) all_chunks_ += graph.chunks;
    }

    PushReport run(const ExportInput& input, const ExportOptions& data, std::size_t chunk_size) {
        log_.read(store_.get(log_graph_));
        // Somebody may have emptied the store behind our back.
        if (!log_.graphs().empty() && !store_.may_have(plan_.front().iri)) log_ = PushLog(log_graph_);
        for_each_chunk(input, data, chunk_size, [this](const Chunk& chunk) { take(chunk); });
        flush();
        remove_others();
        if (!log_.is_compact()) store_.put(log_graph_, log_.whole());
        return report_;
    }

private:
    void take(const Chunk& chunk) {
        if (chunk.number == 0) begin(plan_.at(next_graph_++));
        ++behind_;
        if (chunk.number >= first_) send(chunk);
        if (progress_) progress_(behind_, all_chunks_);
    }

    /// Decides from where on a graph has to be sent.
    void begin(const PlannedGraph& graph) {
        const PushedGraph known = log_.of(graph.iri);
        const bool same = known.checksum == graph.checksum && known.chunks == graph.chunks && !again_;
        first_ = same ? known.sent : 0;
        if (first_ == graph.chunks) {
            ++report_.unchanged;
            return;
        }
        ++report_.sent;
        report_.resumed += first_;
        // A graph of which the store has another state must not be taken for that one once it is half replaced.
        if (first_ == 0 && known.chunks > 0)
            doubted_.emplace_back(graph.iri, PushedGraph{graph.checksum, 0, graph.chunks});
    }

    void send(const Chunk& chunk) {
        const PlannedGraph& graph = plan_[next_graph_ - 1];
        report_.statements += chunk.statements;
        ++report_.chunks;
        const PushedGraph state{graph.checksum, chunk.number + 1, graph.chunks};
        if (graph.chunks > 1) {
            flush();
            write(chunk);
            store_.post(log_graph_, log_.note({{graph.iri, state}}));
            return;
        }
        // Small graphs share their entries in the log.
        waiting_.push_back({graph.iri, state, std::string(chunk.text)});
        waiting_bytes_ += chunk.text.size();
        constexpr std::size_t most_bytes = std::size_t{1} << 23;
        constexpr std::size_t most_graphs = 200;
        if (waiting_.size() == most_graphs || waiting_bytes_ > most_bytes) flush();
    }

    void write(const Chunk& chunk) {
        if (chunk.number == 0) {
            store_.put(chunk.graph, chunk.text);
        } else {
            store_.post(chunk.graph, chunk.text);
        }
    }

    void flush() {
        if (!doubted_.empty()) store_.post(log_graph_, log_.note(doubted_));
        doubted_.clear();
        std::vector<std::pair<std::string, PushedGraph>> done;
        for (const Waiting& graph : waiting_) {
            store_.put(graph.iri, graph.text);
            done.emplace_back(graph.iri, graph.state);
        }
        if (!done.empty()) store_.post(log_graph_, log_.note(done));
        waiting_.clear();
        waiting_bytes_ = 0;
    }

    /// Graphs of earlier pushes whose articles are gone.
    void remove_others() {
        std::map<std::string, PushedGraph> others = log_.graphs();
        for (const PlannedGraph& graph : plan_) others.erase(graph.iri);
        std::vector<std::pair<std::string, PushedGraph>> gone;
        for (const auto& [iri, state] : others) {
            store_.remove(iri);
            gone.emplace_back(iri, PushedGraph());
        }
        if (!gone.empty()) store_.post(log_graph_, log_.note(gone));
        report_.removed = gone.size();
    }

    struct Waiting {
        std::string iri;
        PushedGraph state;
        std::string text;
    };

    bool again_;
    const std::vector<PlannedGraph>& plan_;
    StoreClient store_;
    std::function<void(std::size_t, std::size_t)> progress_;
    std::string log_graph_;
    PushLog log_;
    PushReport report_;
    std::size_t all_chunks_ = 0;
    std::size_t behind_ = 0;
    std::size_t next_graph_ = 0;  // in the plan
    std::size_t first_ = 0;       // chunk to send of the current graph
    std::vector<std::pair<std::string, PushedGraph>> doubted_;
    std::vector<Waiting> waiting_;
    std::size_t waiting_bytes_ = 0;
};

}  // namespace

std::vector<PlannedGraph> plan_push(const ExportInput& input, const PushOptions& options) {
    std::vector<PlannedGraph> plan;
    for_each_chunk(input, with_graph(options.data), options.chunk, [&plan](const Chunk& chunk) {
        if (chunk.number == 0) plan.push_back({chunk.graph, "", 0, 0, 0});
        PlannedGraph& graph = plan.back();
        ++graph.chunks;
        graph.statements += chunk.statements;
        graph.bytes += chunk.text.size();
        graph.checksum = base::hash_hex(graph.checksum + base::hash_hex(chunk.text));
    });
    return plan;
}

PushReport push(const ExportInput& input, const PushOptions& options, const std::vector<PlannedGraph>& plan,
                const PushSurroundings& surroundings) {
    return Push(options, plan, surroundings).run(input, with_graph(options.data), options.chunk);
}

}  // namespace entente::exporters
