#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente::exporters {

struct HttpRequest {
    std::string method;  ///< `GET`, `HEAD`, `PUT`, `POST`, `DELETE`
    std::string url;
    std::string_view body;  ///< N-Triples
};

struct HttpAnswer {
    long status = 0;
    std::string body;
    std::string location;             ///< where a redirection leads; empty if it is none
    std::optional<long> retry_after;  ///< seconds, where the server names them
};

/// The request did not arrive, or no answer came. what() is the reason, without credentials.
class HttpError : public std::runtime_error {
public:
    HttpError(const std::string& reason, bool passing) : std::runtime_error(reason), passing_(passing) {}
    /// Whether the same request may succeed later: false for a wrong certificate or an address that is none.
    [[nodiscard]] bool passing() const { return passing_; }

private:
    bool passing_;
};

/// Sends requests one after the other.
class HttpClient {
public:
    HttpClient() = default;
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    virtual ~HttpClient() = default;

    /// @throws HttpError
    virtual HttpAnswer send(const HttpRequest& request) = 0;
};

struct HttpOptions {
    std::string user;  ///< empty: as ~/.netrc says for the host, else none
    std::string password;
    std::string certificates;  ///< a file of trusted certificates instead of the system's; empty: the system's
};

/// A client by libcurl: basic or digest authentication, whichever the server wants; certificates are checked;
/// redirections are not followed, so that credentials go nowhere else.
[[nodiscard]] std::unique_ptr<HttpClient> make_http_client(HttpOptions options);

}  // namespace entente::exporters
