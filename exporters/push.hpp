#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "exporters/formats.hpp"
#include "exporters/http.hpp"

namespace entente::exporters {

struct PushOptions {
    std::string endpoint;  ///< the address of the store's SPARQL 1.1 Graph Store HTTP Protocol
    /// Where to: `graph_iri` (empty: `<base>graph`), and with `graph_per_article` the graphs below it.
    ExportOptions data;
    std::size_t chunk = 20000;  ///< statements a request, about
    unsigned retries = 5;       ///< of one request, before giving up
    bool again = false;         ///< send even what the store has already
};

/// A graph as it must be in the store.
struct PlannedGraph {
    std::string iri;
    std::string checksum;
    std::size_t chunks = 0;
    std::size_t statements = 0;
    std::size_t bytes = 0;
};

/// What would be pushed, in that order: the first is the graph that is shared, or all there is. Sends nothing.
/// @throws UsageError if an option cannot be used.
[[nodiscard]] std::vector<PlannedGraph> plan_push(const ExportInput& input, const PushOptions& options);

struct PushReport {
    std::size_t sent = 0;  ///< graphs
    std::size_t unchanged = 0;
    std::size_t removed = 0;
    std::size_t chunks = 0;   ///< sent now
    std::size_t resumed = 0;  ///< chunks that were there from a push that had broken off
    std::size_t statements = 0;
};

/// What a push needs of the world around it.
struct PushSurroundings {
    HttpClient& client;
    std::function<void(std::chrono::seconds)> wait;
    /// Told of each chunk: how many are behind, and of how many.
    std::function<void(std::size_t, std::size_t)> progress;
};

/// Makes the graphs in the store equal to `plan`: replaces those that changed, removes those of earlier pushes that are
/// gone, leaves the rest alone. Pushing again changes nothing; after a failure pushing again goes on where it broke
/// off.
/// @throws DataError naming the endpoint with the store's own words if it refuses, or cannot be reached in all tries.
[[nodiscard]] PushReport push(const ExportInput& input, const PushOptions& options,
                              const std::vector<PlannedGraph>& plan, const PushSurroundings& surroundings);

}  // namespace entente::exporters
