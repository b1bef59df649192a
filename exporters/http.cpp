#include "exporters/http.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <curl/curl.h>

namespace entente::exporters {

namespace {

constexpr std::size_t longest_answer = std::size_t{1} << 28;

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* body) {
    auto& text = *static_cast<std::string*>(body);
    if (text.size() + size * count > longest_answer) return 0;
    text.append(data, size * count);
    return size * count;
}

/// What may pass: networks and servers come back, certificates and addresses do not change.
bool is_passing(CURLcode code) {
    constexpr std::array<CURLcode, 8> passing{
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
        CURLE_SEND_ERROR,           CURLE_RECV_ERROR,      CURLE_PARTIAL_FILE,       CURLE_HTTP2,
    };
    return std::ranges::find(passing, code) != passing.end();
}

class CurlClient final : public HttpClient {
public:
    explicit CurlClient(HttpOptions options) : options_(std::move(options)) {
        static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (started != CURLE_OK) throw HttpError("libcurl cannot start", false);
        handle_.reset(curl_easy_init());
        get_headers_.reset(curl_slist_append(nullptr, "Accept: application/n-triples"));
        put_headers_.reset(curl_slist_append(nullptr, "Content-Type: application/n-triples"));
        // No asking before sending: not every store answers that.
        curl_slist_append(put_headers_.get(), "Expect:");
        if (!handle_ || !get_headers_ || !put_headers_) throw HttpError("libcurl cannot start", false);
    }

    HttpAnswer send(const HttpRequest& request) override {
        HttpAnswer answer;
        prepare(request, answer);
        error_.front() = '\0';
        const CURLcode code = curl_easy_perform(handle_.get());
        if (code != CURLE_OK) {
            const bool has_words = error_.front() != '\0';
            throw HttpError(has_words ? error_.data() : curl_easy_strerror(code), is_passing(code));
        }
        read_headers(answer);
        return answer;
    }

private:
    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(handle_.get(), option, value);
    }

    void prepare(const HttpRequest& request, HttpAnswer& answer) {
        // Options go, connections and what is known of the server's authentication stay.
        curl_easy_reset(handle_.get());
        set(CURLOPT_URL, request.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (request.method == "GET") set(CURLOPT_HTTPHEADER, get_headers_.get());
        if (request.method == "PUT" || request.method == "POST") {
            set(CURLOPT_HTTPHEADER, put_headers_.get());
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            set(CURLOPT_POSTFIELDS, request.body.data());
        }
        if (request.method == "HEAD") set(CURLOPT_NOBODY, 1L);
        set(CURLOPT_WRITEFUNCTION, &take_body);
        set(CURLOPT_WRITEDATA, &answer.body);
        set(CURLOPT_ERRORBUFFER, error_.data());
        set(CURLOPT_USERAGENT, "entente");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, 30L);
        // A store may think for minutes about a chunk, but not for ever.
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, 600L);
        set(CURLOPT_HTTPAUTH, static_cast<long>(authentication_));
        set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
        if (!options_.user.empty()) set(CURLOPT_USERNAME, options_.user.c_str());
        if (!options_.password.empty()) set(CURLOPT_PASSWORD, options_.password.c_str());
        if (!options_.certificates.empty()) set(CURLOPT_CAINFO, options_.certificates.c_str());
    }

    void read_headers(HttpAnswer& answer) {
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &answer.status);
        char* location = nullptr;
        curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &location);
        if (location != nullptr) answer.location = location;
        curl_off_t seconds = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
        if (seconds > 0) answer.retry_after = static_cast<long>(seconds);
        // Once the server has named its kind of authentication, each chunk need be sent only once.
        long offered = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_HTTPAUTH_AVAIL, &offered);
        const auto kinds = static_cast<unsigned long>(offered) & (CURLAUTH_DIGEST | CURLAUTH_BASIC);
        if (kinds != 0) authentication_ = (kinds & CURLAUTH_DIGEST) != 0 ? CURLAUTH_DIGEST : CURLAUTH_BASIC;
    }

    struct Deleter {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    HttpOptions options_;
    std::unique_ptr<CURL, Deleter> handle_;
    std::unique_ptr<curl_slist, Deleter> get_headers_;
    std::unique_ptr<curl_slist, Deleter> put_headers_;
    std::array<char, CURL_ERROR_SIZE> error_{};
    unsigned long authentication_ = CURLAUTH_DIGEST | CURLAUTH_BASIC;
};

}  // namespace

std::unique_ptr<HttpClient> make_http_client(HttpOptions options) {
    return std::make_unique<CurlClient>(std::move(options));
}

}  // namespace entente::exporters
