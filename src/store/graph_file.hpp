#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation.hpp"
#include "store/identities.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// What the graph file keeps of an article beside its relations.
struct ArticleRecord {
    std::string id;
    std::string hash;  ///< base::hash_hex over all that the analysis depends on; equal hash: unchanged
    std::string title;
    std::optional<std::string> url;
    std::optional<std::string> source;
    std::optional<core::Date> published;
    std::string language;
    std::size_t words = 0;

    friend auto operator<=>(const ArticleRecord&, const ArticleRecord&) = default;
};

enum class Added { added, unchanged, replaced };

/// How much a graph file holds, as far as it is told quickly.
struct Holdings {
    std::size_t articles = 0;
    std::size_t actors = 0;
    std::size_t relations = 0;
};

/// How much a graph file holds.
struct Counts {
    std::size_t articles = 0;
    std::size_t words = 0;
    std::size_t relations = 0;
    std::size_t mentions = 0;
    std::size_t actors = 0;
    std::size_t actions = 0;
    std::map<std::string, std::size_t> relations_by_language;
};

/// The graph file (`*.ent`): an SQLite database described table by table in docs/graph-file.md.
///
/// The same calls in the same order give the same bytes. What is not committed is as if it had never been: a killed run
/// leaves the file as before its current batch. Decisions about actors change no row: whatever is read obeys them, so
/// that one taken back leaves no trace. All members throw base::DataError naming the file if it cannot be read
/// or written, is damaged, or is in use by another writer.
class GraphFile {
public:
    enum class Access { read, write };

    /// A new file. @throws base::UsageError if there already is a file that is not empty.
    [[nodiscard]] static GraphFile create(const std::filesystem::path& path);
    /// An existing file. @throws base::DataError if it is missing, no graph file, truncated, or of a newer version;
    /// the file is then left untouched. A file of an older version is brought up to date.
    [[nodiscard]] static GraphFile open(const std::filesystem::path& path, Access access);

    GraphFile(GraphFile&&) noexcept;
    GraphFile& operator=(GraphFile&&) noexcept;
    /// Rolls an open batch back.
    ~GraphFile();

    /// Begins a batch; without one every change is a batch of its own.
    void begin();
    void commit();

    /// Stores an article with its relations, in their order; each must carry the record's id as its article. Url and
    /// publication date of the relations are those of the record.
    /// An article of the same id and hash is left alone; one with another hash is replaced.
    Added add_article(const ArticleRecord& article, const std::vector<core::Relation>& relations);
    /// Stores relations made elsewhere, creating articles as needed; a relation id that is already there counts once
    /// (of different contents the smallest stands). Answers the number of new relations.
    std::size_t merge_relations(const std::vector<core::Relation>& relations);
    /// The same for relations that lie anywhere; fastest if those of one article follow one another.
    std::size_t merge_relations(const std::vector<const core::Relation*>& relations);
    /// Completes what is known of an article from another graph file, whichever came first.
    void merge_article(const ArticleRecord& article);
    /// Takes an article out with all that only it supports. False if it is not there.
    bool remove_article(std::string_view id);

    [[nodiscard]] bool has_article(std::string_view id) const;
    /// Whether the article is there with this hash: then it need not be analysed again.
    [[nodiscard]] bool is_current(std::string_view id, std::string_view hash) const;
    /// In the order in which they were added.
    [[nodiscard]] std::vector<ArticleRecord> articles() const;
    /// Article by article in the order of articles(), each in the order given.
    void for_each_relation(const std::function<void(const core::Relation&)>& sink) const;
    /// What is selected, found by the indexes: does not read the rest of the file.
    void for_each_relation(const Selection& selection, const std::function<void(const core::Relation&)>& sink) const;
    /// All as they were stored, whatever was decided about their actors.
    void for_each_stored_relation(const std::function<void(const core::Relation&)>& sink) const;
    [[nodiscard]] std::vector<core::Relation> relations_of(std::string_view article) const;
    /// All relations without their words, in no particular order: some ten times as fast.
    void for_each_tie(const std::function<void(const Tie&)>& sink) const;
    /// Several rows may have one id.
    [[nodiscard]] std::vector<ActorRow> actor_rows() const;
    /// The id of every row of the table actors as it is stored; one may come more than once.
    void for_each_stored_actor(const std::function<void(const std::string& id)>& sink) const;
    /// The actors and principals of which this is the id or the label, letter for letter.
    [[nodiscard]] std::set<std::string> find_actors(std::string_view name) const;
    /// The different actions, without words; an id may come with more than one type, mode or code.
    [[nodiscard]] std::vector<core::ActionRef> actions() const;
    /// The ids of the rows of the table actions, as ties name them.
    [[nodiscard]] std::map<std::int64_t, std::string> action_rows() const;
    /// The ids of all with whom an actor has relations, in either direction.
    [[nodiscard]] std::set<std::string> neighbours(const std::string& actor) const;
    [[nodiscard]] Holdings holdings() const;
    /// Reads much of the file.
    [[nodiscard]] Counts counts() const;

    /// Free-form facts about the file: `program`, `data/lang/fr/verbs.tsv`… Sorted by key.
    void set_meta(const std::string& key, const std::string& value);
    [[nodiscard]] std::map<std::string, std::string> meta() const;

    /// Replaces an earlier decision about the same two. Of `different` ones the smaller id stands first.
    void add_decision(ActorDecision decision);
    /// Takes the decision about these two back, whichever of them stands first. False if there is none.
    bool remove_decision(const std::string& one, const std::string& other);
    /// Sorted.
    [[nodiscard]] std::vector<ActorDecision> decisions() const;
    /// What follows from them, for all that is read.
    [[nodiscard]] const Identities& identities() const;
    /// Reads as if these were the decisions, without changing the file.
    void suppose(const std::vector<ActorDecision>& decisions);

    /// Reads every page. @throws base::DataError if something is damaged.
    void check() const;

private:
    struct Hidden;
    explicit GraphFile(std::unique_ptr<Hidden> hidden);
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace entente::store
