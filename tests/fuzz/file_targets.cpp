// Readers of files: parsed sentences, models, tables, articles, relations.

#include <array>

#include "articles/reader.hpp"
#include "base/errors.hpp"
#include "base/tsv.hpp"
#include "core/relation_json.hpp"
#include "fuzz/target.hpp"
#include "syntax/conllu.hpp"
#include "syntax/parser.hpp"
#include "syntax/tiny_model.hpp"
#include "text/unicode.hpp"

using namespace entente;

namespace fuzz {

namespace {

const std::string sentence_conllu =
    "# sent_id = 1\n# text = Paris n'a pas signé du tout.\n"
    "1\tParis\tParis\tPROPN\t_\tGender=Masc|Number=Sing\t4\tnsubj\t_\t_\n"
    "2\tn'\tne\tADV\t_\tPolarity=Neg\t4\tadvmod\t_\tSpaceAfter=No\n"
    "3\ta\tavoir\tAUX\t_\t_\t4\taux:tense\t_\t_\n"
    "4\tsigné\tsigner\tVERB\t_\tTense=Past|VerbForm=Part\t0\troot\t0:root\tLang=fr\n"
    "5-6\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n5\tde\tde\tADP\t_\t_\t7\tcase\t_\t_\n6\tle\tle\tDET\t_\t_\t7\tdet\t_\t_\n"
    "6.1\tx\tx\tNOUN\t_\t_\t_\t_\t4:dep\t_\n"
    "7\ttout\ttout\tNOUN\t_\t_\t4\tobl:arg\t_\tSpaceAfter=No\n8\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n\n";

class Conllu : public Target {
public:
    [[nodiscard]] std::string name() const override { return "conllu"; }
    [[nodiscard]] std::vector<std::string> seeds() const override {
        return {sentence_conllu, sentence_conllu + sentence_conllu,
                "# newdoc id = a\n\n1\tHi\t_\t_\t_\t_\t_\t_\t_\t_\n"};
    }
    [[nodiscard]] std::vector<std::string> words() const override {
        return {"\t_", "\n\n", "1-2\t", "8.1\t", "SpaceAfter=No", "# lang = fr\n", "\tVERB\t", "\t0\troot\t", "|"};
    }
    void run(const std::string& bytes) override {
        syntax::ConlluReader reader(bytes, "fuzz.conllu");
        while (true) {
            try {
                const auto sentence = reader.next();
                if (!sentence) return;
                check(*sentence);
            } catch (const base::DataError& problem) {
                require(problem.location().line > 0, "an error names its line");
            }
        }
    }

private:
    static void check(const syntax::Sentence& sentence) {
        const std::string written = syntax::to_conllu(sentence);
        const auto again = syntax::read_conllu(written, "written.conllu");
        require(again.size() == 1, "what is written can be read");
        require(syntax::to_conllu(again.front()) == written, "reading and writing change nothing");
        require(syntax::surface_text(again.front()) == syntax::surface_text(sentence), "the text stays");
    }
};

/// Loads the bytes as a model, and parses with what is taken for one.
class Model : public Target {
public:
    [[nodiscard]] std::string name() const override { return "model"; }
    [[nodiscard]] std::vector<std::string> seeds() const override { return {tiny_model::make().bytes()}; }
    void repair(std::string& bytes) const override { tiny_model::seal(bytes); }
    void run(const std::string& bytes) override {
        try {
            const auto parser = syntax::Parser::load(file_.fill(bytes));
            syntax::Sentence sentence;
            for (const char* form : {"The", "talks", "", "\xFF\xC3", "Genève", "ended", "."}) {
                sentence.tokens.emplace_back().form = form;
            }
            parser.parse(sentence);
            require(syntax::is_tree(sentence), "every parse is a tree");
        } catch (const base::DataError&) {
        }
    }

private:
    ScratchFile file_{"model.bin"};
};

class Tsv : public Target {
public:
    [[nodiscard]] std::string name() const override { return "tsv"; }
    [[nodiscard]] std::vector<std::string> seeds() const override {
        return {"# comment\nactor\tkind\tforms\nFRA\tname\tFrance|République française\nGBR\tcapital\tLondon\n"};
    }
    void run(const std::string& bytes) override {
        try {
            for (const base::TsvRow& row : base::TsvFile(file_.fill(bytes), {"actor", "forms"})) {
                (void)row.required("actor");
                for (const std::string& form : row.list("forms")) require(!form.empty(), "alternatives are not empty");
            }
        } catch (const base::DataError& problem) {
            require(!problem.reason().empty(), "an error has a reason");
        }
    }

private:
    ScratchFile file_{"table.tsv"};
};

/// The first byte says which form the rest is read as.
class Articles : public Target {
public:
    Articles() {
        for (const char* suffix : suffixes) files_.push_back(std::make_unique<ScratchFile>(std::string("a.") + suffix));
    }
    [[nodiscard]] std::string name() const override { return "articles"; }
    [[nodiscard]] std::vector<std::string> seeds() const override {
        const std::string json =
            R"({"id": "a", "title": "Talks", "text": "Kenya met Malawi.\nMore.", "date": "2024-03-04", "lang": "en"})";
        return {"0Talks begin\n\nKenya met Malawi.\nThey talked.\n",
                "1" + json + "\n" + json + "\n\n{}\n",
                "2[" + json + ", " + json + "]",
                "3" + sentence_conllu,
                "4<rss version=\"2.0\"><channel><item><title>A</title><description>&lt;p&gt;B</description>"
                "<pubDate>Mon, 04 Mar 2024 08:00:00 GMT</pubDate></item></channel></rss>",
                "5<!doctype html><html lang=en><title>A</title><article><h1>A</h1><p>Kenya met Malawi &amp; "
                "others.</article>"};
    }
    [[nodiscard]] std::vector<std::string> words() const override {
        return {"\"text\":", "\"date\":", "\\u0000", "\\ud800", "null", "[[[[[[", "<p>", "]]>", "<![CDATA[", "&#0;"};
    }
    void run(const std::string& bytes) override {
        if (bytes.empty()) return;
        const std::size_t form = static_cast<unsigned char>(bytes.front()) % files_.size();
        articles::Input input;
        input.paths = {files_[form]->fill(std::string_view(bytes).substr(1)).string()};
        base::Diagnostics diagnostics;
        const auto take = [](const articles::Article& article) {
            require(!article.id.empty(), "an article has an id");
            require(text::is_valid_utf8(article.document()), "an article's text is UTF-8");
            return true;
        };
        articles::read_articles(input, take, diagnostics);
    }

private:
    static constexpr std::array suffixes = {"txt", "jsonl", "json", "conllu", "xml", "html"};
    std::vector<std::unique_ptr<ScratchFile>> files_;
};

class Relations : public Target {
public:
    [[nodiscard]] std::string name() const override { return "relations"; }
    [[nodiscard]] std::vector<std::string> seeds() const override {
        core::Relation relation;
        relation.article = "a";
        relation.language = "en";
        relation.source.id = relation.source.principal = "FRA";
        relation.target.id = relation.target.principal = "GBR";
        relation.source.text = "Paris";
        relation.action.id = "negotiate";
        relation.place = core::Place{"Aleppo", "SYR"};
        return {core::to_json(relation)};
    }
    [[nodiscard]] std::vector<std::string> words() const override {
        return {"null", "true",  "{",          "}",       "[",       "]",
                "-1",   "1e400", "\"begin\":", "\\u0000", "\\ud800", "9223372036854775808"};
    }
    void run(const std::string& bytes) override {
        core::Relation relation;
        try {
            relation = core::relation_from_json(bytes);
        } catch (const std::invalid_argument&) {
            return;
        }
        const std::string written = core::to_json(relation);
        require(core::to_json(core::relation_from_json(written)) == written, "reading and writing change nothing");
    }
};

}  // namespace

Targets file_targets() {
    Targets targets;
    targets.push_back(std::make_unique<Conllu>());
    targets.push_back(std::make_unique<Model>());
    targets.push_back(std::make_unique<Tsv>());
    targets.push_back(std::make_unique<Articles>());
    targets.push_back(std::make_unique<Relations>());
    return targets;
}

}  // namespace fuzz
