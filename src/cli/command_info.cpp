#include <iostream>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "cli/command_list.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "pipeline/knowledge.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

namespace {

std::int64_t number(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

void write_counts(base::JsonWriter& json, const store::Counts& counts) {
    json.member("articles", number(counts.articles));
    json.member("words", number(counts.words));
    json.member("actors", number(counts.actors));
    json.member("actions", number(counts.actions));
    json.member("relations", number(counts.relations));
    json.member("mentions", number(counts.mentions));
    json.key("relations_by_language").begin_object();
    for (const auto& [language, relations] : counts.relations_by_language) json.member(language, number(relations));
    json.end_object();
}

/// What the program knows, and what a graph file holds.
class InfoCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file; without one, the program's own knowledge")->type_name("news.ent");
        app.add_flag("--json", json_, "one JSON object")->group("Output");
        app.add_flag("--check", check_, "read every page of the file first, and say if one is damaged");
    }

    int run() override {
        if (file_.empty()) {
            show_knowledge();
        } else {
            const store::GraphFile file = store::GraphFile::open(file_, store::GraphFile::Access::read);
            if (check_) file.check();
            show_graph(file);
        }
        return exit_done;
    }

private:
    void show_knowledge() const {
        const auto data = pipeline::find_data();
        const auto files = pipeline::knowledge_files(data);
        if (json_) {
            base::JsonWriter json(base::JsonWriter::Layout::indented);
            json.begin_object().member("program", "entente").member("version", version);
            json.key("data").begin_object();
            for (const pipeline::KnowledgeFile& file : files) json.member(file.path, file.checksum);
            json.end_object().end_object();
            std::cout << json.text() << "\n";
            return;
        }
        std::cout << "entente " << version << "\n";
        std::cout << "data: " << data.string() << "\n";
        for (const pipeline::KnowledgeFile& file : files)
            std::cout << "  " << file.checksum << "  " << file.path << "\n";
    }

    void show_graph(const store::GraphFile& file) const {
        const store::Counts counts = file.counts();
        if (json_) {
            base::JsonWriter json(base::JsonWriter::Layout::indented);
            json.begin_object().member("file", file_);
            write_counts(json, counts);
            json.key("meta").begin_object();
            for (const auto& [key, value] : file.meta()) json.member(key, value);
            json.end_object().end_object();
            std::cout << json.text() << "\n";
            return;
        }
        std::cout << file_ << "\n";
        std::cout << "  articles   " << grouped(counts.articles) << "\n";
        std::cout << "  words      " << grouped(counts.words) << "\n";
        std::cout << "  actors     " << grouped(counts.actors) << "\n";
        std::cout << "  actions    " << grouped(counts.actions) << "\n";
        std::cout << "  relations  " << grouped(counts.relations);
        std::string separator = " (";
        for (const auto& [language, relations] : counts.relations_by_language) {
            std::cout << separator << language << " " << grouped(relations);
            separator = ", ";
        }
        std::cout << (separator == ", " ? ")" : "") << "\n";
        std::cout << "  mentions   " << grouped(counts.mentions) << "\n";
        std::cout << "made with\n";
        for (const auto& [key, value] : file.meta()) std::cout << "  " << key << ": " << one_line(value) << "\n";
    }

    std::string file_;
    bool json_ = false;
    bool check_ = false;
};

}  // namespace

const CommandRow info_command{"info",
                              "Shows what is inside a graph file, or versions and checksums of the program's data",
                              "  entente info\n"
                              "  entente info news.ent --json\n"
                              "  entente info news.ent --check\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<InfoCommand>()); }};

}  // namespace entente::cli
