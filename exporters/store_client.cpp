#include "exporters/store_client.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/errors.hpp"
#include "exporters/clean_text.hpp"

namespace entente::exporters {

namespace {

bool is_passing(long status) {
    constexpr std::array<long, 6> passing{408, 425, 429, 502, 503, 504};
    return std::ranges::find(passing, status) != passing.end();
}

bool is_success(long status) {
    return status >= 200 && status < 300;
}

/// The words of an answer, without mark-up, on one line, and not too many.
std::string words_of(std::string_view body) {
    constexpr std::size_t longest = 300;
    std::string words;
    bool in_tag = false;
    for (const char byte : body) {
        const auto letter = [&] { return !words.empty() && words.back() == '<'; };
        // A `<` that no letter or slash follows is part of the words.
        const bool tag_begins =
            letter() && ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '/' || byte == '!');
        if (in_tag) {
            in_tag = byte != '>';
        } else if (tag_begins) {
            words.back() = ' ';
            in_tag = true;
        } else if (static_cast<unsigned char>(byte) > ' ') {
            words += byte;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
        if (words.size() >= 2 && words.ends_with("  ")) words.pop_back();
    }
    while (words.ends_with(' ')) words.pop_back();
    while (words.starts_with(' ')) words.erase(0, 1);
    if (words.size() <= longest) return words;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return words.substr(0, end) + "…";
}

void check_endpoint(const std::string& endpoint) {
    const std::size_t behind_scheme = endpoint.find("://");
    const std::string scheme = endpoint.substr(0, std::min(behind_scheme, endpoint.size()));
    if (behind_scheme == std::string::npos || (scheme != "http" && scheme != "https")) {
        throw base::UsageError("--endpoint takes an address such as http://localhost:3030/news/data");
    }
    const std::size_t host = behind_scheme + 3;
    if (endpoint.substr(host, endpoint.find('/', host) - host).find('@') != std::string::npos) {
        throw base::UsageError("give the user with --user and the password in ENTENTE_PASSWORD, not in the address");
    }
}

}  // namespace

StoreClient::StoreClient(std::string endpoint, unsigned retries, HttpClient& client,
                         std::function<void(std::chrono::seconds)> wait)
    : endpoint_(std::move(endpoint)), retries_(retries), client_(client), wait_(std::move(wait)) {
    check_endpoint(endpoint_);
}

std::string StoreClient::get(const std::string& graph) {
    HttpAnswer answer = send("GET", graph);
    if (answer.status == 404) return {};
    if (!is_success(answer.status)) refuse("GET", answer);
    return std::move(answer.body);
}

bool StoreClient::may_have(const std::string& graph) {
    // Not every store answers this; those that do not cannot say no either.
    return send("HEAD", graph).status != 404;
}

void StoreClient::put(const std::string& graph, std::string_view ntriples) {
    const HttpAnswer answer = send("PUT", graph, ntriples);
    if (!is_success(answer.status)) refuse("PUT", answer);
}

void StoreClient::post(const std::string& graph, std::string_view ntriples) {
    const HttpAnswer answer = send("POST", graph, ntriples);
    if (!is_success(answer.status)) refuse("POST", answer);
}

void StoreClient::remove(const std::string& graph) {
    const HttpAnswer answer = send("DELETE", graph);
    if (!is_success(answer.status) && answer.status != 404) refuse("DELETE", answer);
}

HttpAnswer StoreClient::send(const std::string& method, const std::string& graph, std::string_view body) {
    const char joint = endpoint_.find('?') == std::string::npos ? '?' : '&';
    const HttpRequest request{method, endpoint_ + joint + "graph=" + iri_segment(graph), body};
    constexpr std::chrono::seconds longest{60};
    std::chrono::seconds pause{1};
    for (unsigned failures = 0;; ++failures) {
        std::optional<long> asked;
        try {
            HttpAnswer answer = client_.send(request);
            if (!is_passing(answer.status) || failures == retries_) return answer;
            asked = answer.retry_after;
        } catch (const HttpError& error) {
            if (error.passing() && failures < retries_) {
                asked.reset();
            } else {
                const std::string tries = failures == 0 ? "" : " (" + std::to_string(failures + 1) + " tries)";
                throw base::DataError({endpoint_, 0}, error.what() + tries);
            }
        }
        constexpr long most_patient = 300;
        wait_(asked ? std::chrono::seconds(std::clamp(*asked, 1L, most_patient)) : pause);
        pause = std::min(pause * 2, longest);
    }
}

void StoreClient::refuse(const std::string& method, const HttpAnswer& answer) const {
    std::string reason = "the store answers " + std::to_string(answer.status) + " to " + method;
    if (const std::string words = words_of(answer.body); !words.empty()) reason += ": " + words;
    if (answer.status == 401 || answer.status == 403) {
        reason += "; give a user who may write with --user and the password in ENTENTE_PASSWORD";
    } else if (answer.status >= 300 && answer.status < 400) {
        reason += "; it leads to " + (answer.location.empty() ? "another address" : answer.location) +
                  ", which --endpoint would have to name";
    } else if (answer.status == 404 || answer.status == 405 || answer.status == 501) {
        reason += "; --endpoint must be the address of the Graph Store Protocol, not that of queries";
    }
    throw base::DataError({endpoint_, 0}, reason);
}

}  // namespace entente::exporters
