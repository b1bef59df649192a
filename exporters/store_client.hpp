#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "exporters/http.hpp"

namespace entente::exporters {

/// A store's graphs over the SPARQL 1.1 Graph Store HTTP Protocol; what fails in passing is tried again.
///
/// All members throw base::DataError naming the endpoint, with the store's own words, if it refuses or stays away.
class StoreClient {
public:
    /// @throws UsageError if `endpoint` is no http address, or holds credentials.
    StoreClient(std::string endpoint, unsigned retries, HttpClient& client,
                std::function<void(std::chrono::seconds)> wait);

    /// Its statements; none if there is no such graph.
    [[nodiscard]] std::string get(const std::string& graph);
    /// False only if the store says that there is no such graph.
    [[nodiscard]] bool may_have(const std::string& graph);
    void put(const std::string& graph, std::string_view ntriples);
    void post(const std::string& graph, std::string_view ntriples);
    /// Also where there is no such graph.
    void remove(const std::string& graph);

private:
    HttpAnswer send(const std::string& method, const std::string& graph, std::string_view body = {});
    /// A refusal in words, and what to do about it.
    [[noreturn]] void refuse(const std::string& method, const HttpAnswer& answer) const;

    std::string endpoint_;
    unsigned retries_;
    HttpClient& client_;
    std::function<void(std::chrono::seconds)> wait_;
};

}  // namespace entente::exporters
