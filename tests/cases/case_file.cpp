#include "cases/case_file.hpp"

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"

namespace entente::cases {

namespace {

bool names(const std::string& stated, const core::Participant& actor) {
    return stated == actor.id || stated == actor.principal;
}

bool same_actors(const Expected& expected, const core::Participant& source, const core::Participant& target) {
    return names(expected.source, source) && names(expected.target, target) &&
           (!expected.source_text || *expected.source_text == source.text) &&
           (!expected.target_text || *expected.target_text == target.text);
}

/// `key=value`, the value with `_` for spaces.
bool read_attribute(const std::string& word, Expected& expected) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) return false;
    const std::string key = word.substr(0, equals);
    const std::string value = base::replace_all(word.substr(equals + 1), "_", " ");
    if (key == "date") {
        expected.date = value;
    } else if (key == "place") {
        expected.place = value;
    } else if (key == "by") {
        expected.by = value;
    } else if (key == "source") {
        expected.source_text = value;
    } else if (key == "target") {
        expected.target_text = value;
    } else {
        return false;
    }
    return true;
}

void read_word(const std::string& word, Expected& expected, const base::Location& location) {
    if (const auto type = core::parse_event_type(word)) {
        expected.type = type;
    } else if (const auto polarity = core::parse_polarity(word)) {
        expected.polarity = *polarity;
    } else if (const auto status = core::parse_status(word)) {
        expected.status = *status;
    } else if (word == "sym") {
        expected.symmetric = true;
    } else if (!read_attribute(word, expected)) {
        throw base::DataError(location, "`" + word + "` is no type, polarity, status, sym or attribute");
    }
}

Expected read_expected(std::string_view line, const base::Location& location) {
    Expected expected;
    expected.line = std::string(line);
    if (line.starts_with('?')) {
        expected.optional = true;
        line = base::trim(line.substr(1));
    }
    const std::size_t bar = line.find(" |");
    const std::vector<std::string> triple = base::split_list(line.substr(0, bar), ' ');
    if (triple.size() != 3) throw base::DataError(location, "expected `SOURCE action TARGET | …`");
    expected.source = triple[0];
    expected.action = triple[1];
    expected.target = triple[2];
    if (bar != std::string_view::npos) {
        for (const std::string& word : base::split_list(line.substr(bar + 2), ' ')) read_word(word, expected, location);
    }
    return expected;
}

/// Takes the cases out of a file line by line.
class CaseReader {
public:
    CaseReader(std::string file, std::string language) : file_(std::move(file)), language_(std::move(language)) {
        start();
    }

    void take(std::string_view line) {
        ++line_;
        if (line == "===") {
            finish();
        } else if (line == "---") {
            if (behind_rule_) throw base::DataError({file_, line_}, "a second `---`: cases are separated by `===`");
            behind_rule_ = true;
        } else if (behind_rule_) {
            if (!line.empty() && !line.starts_with('#')) {
                case_.expected.push_back(read_expected(line, {file_, line_}));
            }
        } else if (line.starts_with('#')) {
            take_comment(base::trim(line.substr(1)));
        } else {
            take_text(line);
        }
    }

    std::vector<Case> cases() {
        finish();
        return std::move(cases_);
    }

private:
    void start() {
        case_ = {};
        case_.file = file_;
        case_.language = language_;
        behind_rule_ = false;
    }

    void finish() {
        case_.text = std::string(base::trim(case_.text));
        if (!case_.text.empty() && !behind_rule_) throw base::DataError({file_, case_.line}, "the case has no `---`");
        if (!case_.text.empty()) cases_.push_back(std::move(case_));
        start();
    }

    void take_comment(std::string_view comment) {
        const auto after = [&](std::string_view key) -> std::optional<std::string> {
            if (!comment.starts_with(key)) return std::nullopt;
            return std::string(base::trim(comment.substr(key.size())));
        };
        if (const auto language = after("lang:")) {
            case_.language = *language;
        } else if (const auto date = after("date:")) {
            case_.published = core::parse_date(*date);
            if (!case_.published) throw base::DataError({file_, line_}, "`" + *date + "` is no ISO date");
        } else if (const auto title = after("title:")) {
            case_.title = *title;
        } else if (const auto reason = after("fails:")) {
            case_.fails = *reason;
        }
    }

    void take_text(std::string_view line) {
        if (case_.text.empty()) case_.line = line_;
        case_.text += std::string(line) + "\n";
    }

    std::string file_;
    std::string language_;
    std::size_t line_ = 0;
    bool behind_rule_ = false;
    Case case_;
    std::vector<Case> cases_;
};

}  // namespace

bool Expected::matches(const core::Relation& relation) const {
    if (action != "*" && action != relation.action.id) return false;
    if (type && *type != relation.action.type) return false;
    if (polarity != relation.polarity || status != relation.status || symmetric != relation.symmetric) return false;
    if (date && (!relation.date || *date != core::to_string(relation.date->value))) return false;
    if (place && (!relation.place || *place != relation.place->label)) return false;
    if (by && (!relation.attribution || (relation.attribution->id != by && relation.attribution->label != *by))) {
        return false;
    }
    return same_actors(*this, relation.source, relation.target) ||
           (symmetric && same_actors(*this, relation.target, relation.source));
}

std::vector<Case> read_cases(const std::filesystem::path& path, const std::string& language) {
    CaseReader reader(path.string(), language);
    for (const std::string& line : base::split(base::read_file(path), '\n')) reader.take(base::trim(line));
    return reader.cases();
}

}  // namespace entente::cases
