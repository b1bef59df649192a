#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/graph_writer.hpp"
#include "cli/suggestion.hpp"
#include "cli/terminal.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

namespace {

/// Articles out of a graph file.
class RemoveCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("ARTICLE", articles_, "ids of articles")->required();
    }

    int run() override {
        store::GraphFile file = store::GraphFile::open(file_, store::GraphFile::Access::write);
        file.begin();
        std::size_t removed = 0;
        for (const std::string& id : articles_) {
            if (file.remove_article(id)) {
                ++removed;
            } else {
                say_missing(file, id);
            }
        }
        file.commit();
        say(grouped(removed) + " removed");
        say_holdings(file_, file.holdings());
        return removed == articles_.size() ? exit_done : exit_nothing_found;
    }

private:
    void say_missing(const store::GraphFile& file, const std::string& id) const {
        std::vector<std::string> ids;
        for (const store::ArticleRecord& article : file.articles()) ids.push_back(article.id);
        say("no article `" + id + "` in " + file_ + suggestion(id, ids));
    }

    std::string file_;
    std::vector<std::string> articles_;
};

}  // namespace

const CommandRow remove_command{"remove", "Takes articles out of a graph file",
                                "  entente remove news.ent 002 003\n"
                                "\n"
                                "Relations that no other article states go with them.\n",
                                [] { return std::unique_ptr<Command>(std::make_unique<RemoveCommand>()); }};

}  // namespace entente::cli
