#include "exporters/push.hpp"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "exporters/push_log.hpp"
#include "exporters/store_client.hpp"
#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

namespace {

/// A store in memory, as the Graph Store Protocol has it.
class Store final : public HttpClient {
public:
    std::map<std::string, std::set<std::string>> graphs;
    std::vector<std::string> requests;  ///< method and graph
    std::size_t fail_at = 1000000;      ///< number of the request from which on nothing arrives
    std::vector<HttpAnswer> first_answers;

    HttpAnswer send(const HttpRequest& request) override {
        const std::string graph = request.url.substr(request.url.find("graph=") + 6);
        if (requests.size() >= fail_at) throw HttpError("Connection refused", true);
        requests.push_back(request.method + " " + graph);
        if (!first_answers.empty()) {
            const HttpAnswer answer = first_answers.front();
            first_answers.erase(first_answers.begin());
            return answer;
        }
        const bool known = graphs.contains(graph);
        if (request.method == "PUT") graphs[graph].clear();
        if (request.method == "PUT" || request.method == "POST") {
            for (const std::string& line : lines_of(std::string(request.body))) graphs[graph].insert(line);
            return {known ? 200 : 201, "", "", {}};
        }
        if (!known) return {404, "No such graph", "", {}};
        if (request.method == "DELETE") graphs.erase(graph);
        std::string body;
        if (request.method == "GET") {
            for (const std::string& line : graphs[graph]) body += line + "\n";
        }
        return {200, body, "", {}};
    }

    [[nodiscard]] std::size_t count(std::string_view begin) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(requests, [&](const auto& request) { return request.starts_with(begin); }));
    }
    /// All statements but the log's.
    [[nodiscard]] std::set<std::string> statements() const {
        std::set<std::string> all;
        for (const auto& [graph, lines] : graphs) {
            if (!graph.ends_with(".push")) all.insert(lines.begin(), lines.end());
        }
        return all;
    }
};

struct Pushed {
    PushReport report;
    std::vector<long> waits;
};

Pushed push_relations(Store& store, const std::vector<core::Relation>& relations, bool per_article,
                      std::size_t chunk = 20000, bool again = false) {
    graph::KnowledgeGraph graph;
    for (const core::Relation& relation : relations) graph.add(relation);
    base::Diagnostics diagnostics;
    const ExportInput input{graph, test_ontology(), diagnostics};
    PushOptions options;
    options.endpoint = "http://store.example/data";
    options.data.graph_per_article = per_article;
    options.chunk = chunk;
    options.again = again;
    Pushed pushed;
    const auto wait = [&pushed](std::chrono::seconds pause) { pushed.waits.push_back(pause.count()); };
    pushed.report = push(input, options, plan_push(input, options), {store, wait, {}});
    return pushed;
}

std::set<std::string> expected(const std::vector<core::Relation>& relations) {
    const auto lines = lines_of(export_relations("nt", relations).text);
    return {lines.begin(), lines.end()};
}

}  // namespace

TEST_CASE("a push puts the first chunk, posts the others, and brings every statement") {
    Store store;
    const auto pushed = push_relations(store, nasty_relations(), false, 50);
    CHECK(store.statements() == expected(nasty_relations()));
    CHECK(store.count("PUT https%3A%2F%2Fw3id.org%2Fentente%2Fgraph") == 2);  // the data, and the log at the end
    CHECK(store.count("POST") > 8);
    CHECK(pushed.report.statements == expected(nasty_relations()).size());
}

TEST_CASE("pushing again sends nothing, unless it is wished") {
    Store store;
    push_relations(store, nasty_relations(), false, 50);
    const auto before = store.graphs;
    store.requests.clear();
    const auto second = push_relations(store, nasty_relations(), false, 50);
    CHECK(second.report.statements == 0);
    CHECK(second.report.unchanged == 1);
    CHECK(store.count("PUT") + store.count("POST") == 0);
    CHECK(push_relations(store, nasty_relations(), false, 50, true).report.statements > 0);
    CHECK(store.graphs == before);
}

TEST_CASE("wherever a push breaks off, the next one goes on and ends with the same store") {
    Store whole;
    push_relations(whole, nasty_relations(), false, 50);
    std::size_t resumed = 0;
    for (std::size_t fail_at = 0; fail_at < whole.requests.size(); ++fail_at) {
        Store store;
        store.fail_at = fail_at;
        CHECK_THROWS_AS(push_relations(store, nasty_relations(), false, 50), base::DataError);
        store.fail_at = 1000000;
        const auto second = push_relations(store, nasty_relations(), false, 50);
        CHECK(store.graphs == whole.graphs);
        resumed += second.report.resumed;
    }
    CHECK(resumed > 20);
}

TEST_CASE("a push of something else that broke off is not taken for what was there before") {
    std::vector<core::Relation> fewer = nasty_relations();
    fewer.resize(4);
    Store all;
    push_relations(all, nasty_relations(), false, 50);
    for (std::size_t fail_at = 1; fail_at < 12; ++fail_at) {
        Store store;
        push_relations(store, nasty_relations(), false, 50);
        store.fail_at = store.requests.size() + fail_at;
        try {
            push_relations(store, fewer, false, 50);
        } catch (const base::DataError&) {
            CHECK(fail_at > 0);
        }
        store.fail_at = 1000000;
        push_relations(store, nasty_relations(), false, 50);
        CHECK(store.statements() == all.statements());
    }
}

TEST_CASE("with a graph for each article, only what changed is replaced, and what is gone is removed") {
    Store store;
    push_relations(store, nasty_relations(), true);
    CHECK(store.statements() == expected(nasty_relations()));
    CHECK(store.graphs.size() == 7);  // five articles, what they share, the log

    std::vector<core::Relation> changed = nasty_relations();
    std::erase_if(changed, [](const core::Relation& relation) { return relation.article == "007"; });
    changed.front().sentence.text += "!";
    store.requests.clear();
    const auto second = push_relations(store, changed, true);
    CHECK(store.statements() == expected(changed));
    CHECK(second.report.removed == 1);
    CHECK(second.report.sent == 2);  // article 002 and what is shared
    CHECK(store.count("DELETE https%3A%2F%2Fw3id.org%2Fentente%2Fgraph%2F007") == 1);
    CHECK(store.count("PUT https%3A%2F%2Fw3id.org%2Fentente%2Fgraph%2F002") == 1);
    CHECK(store.count("PUT https%3A%2F%2Fw3id.org%2Fentente%2Fgraph%2F004") == 0);
}

TEST_CASE("a store that was emptied is filled again") {
    Store store;
    push_relations(store, nasty_relations(), false);
    store.graphs.erase("https%3A%2F%2Fw3id.org%2Fentente%2Fgraph");
    push_relations(store, nasty_relations(), false);
    CHECK(store.statements() == expected(nasty_relations()));
}

TEST_CASE("what fails in passing is tried again, ever more slowly, as long as the store asks") {
    Store store;
    store.first_answers = {{503, "", "", {}}, {503, "", "", {}}, {429, "", "", 7}, {502, "", "", {}}};
    const auto pushed = push_relations(store, nasty_relations(), false);
    CHECK(pushed.waits == std::vector<long>{1, 2, 7, 8});
    CHECK(store.statements() == expected(nasty_relations()));
}

TEST_CASE("a refusal is told with the store's own words, without their mark-up") {
    Store store;
    store.first_answers = {{500, "<html><h1>Request Failed</h1>\n<p>disk is full: 3 < 4</p></html>", "", {}}};
    try {
        push_relations(store, nasty_relations(), false);
        FAIL("no exception");
    } catch (const base::DataError& error) {
        CHECK(std::string(error.what()) ==
              "http://store.example/data: the store answers 500 to GET: Request Failed disk is full: 3 < 4");
    }
    store.first_answers = {{401, "", "", {}}};
    CHECK_THROWS_WITH_AS(push_relations(store, nasty_relations(), false), doctest::Contains("ENTENTE_PASSWORD"),
                         base::DataError);
    store.fail_at = 0;
    CHECK_THROWS_WITH_AS(push_relations(store, nasty_relations(), false),
                         "http://store.example/data: Connection refused (6 tries)", base::DataError);
}

TEST_CASE("an address that is none, or that holds a password, is refused without repeating it") {
    Store store;
    const auto open = [&store](const std::string& endpoint) { StoreClient(endpoint, 0, store, {}); };
    CHECK_THROWS_AS(open("localhost:3030/data"), base::UsageError);
    CHECK_THROWS_AS(open("ftp://localhost/data"), base::UsageError);
    try {
        open("http://me:secret@localhost/data");
        FAIL("no exception");
    } catch (const base::UsageError& error) {
        CHECK_FALSE(contains(error.what(), "secret"));
    }
    CHECK_NOTHROW(open("https://localhost/data/me@home"));
}

TEST_CASE("the log is read back however the store writes it") {
    PushLog log("https://example.org/g.push");
    std::string statements = log.note({{"https://example.org/é", {"abc", 1, 3}}});
    statements += log.note({{"https://example.org/é", {"abc", 2, 3}}, {"https://example.org/b", {"d", 1, 1}}});
    statements += log.note({{"https://example.org/b", {}}});
    PushLog read("https://example.org/g.push");
    read.read(base::replace_all(statements, "é", "\\u00E9"));
    CHECK(read.graphs() == std::map<std::string, PushedGraph>{{"https://example.org/é", {"abc", 2, 3}}});
    CHECK_FALSE(read.is_compact());
    PushLog whole("https://example.org/g.push");
    whole.read(read.whole() + "<https://example.org/other> <https://example.org/p> \"9\\nx y 1 1\" .\n");
    CHECK(whole.graphs() == read.graphs());
    CHECK(whole.is_compact());
}
