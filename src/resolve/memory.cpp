#include "resolve/memory.hpp"

#include <algorithm>

namespace entente::resolve {

namespace {

using language::Pronoun;

bool agrees(const Remembered& mention, const Pronoun& pronoun, const std::string& gender) {
    const bool person = mention.person;
    const bool several = !mention.others.empty();
    if (several) return pronoun.number != Pronoun::Number::singular && pronoun.gender == Pronoun::Gender::either;
    if (pronoun.number == Pronoun::Number::plural && (person || !mention.plural)) return false;
    if (pronoun.number == Pronoun::Number::singular && mention.plural && !person) return false;
    if (pronoun.gender == Pronoun::Gender::person && !person) return false;
    if (pronoun.gender == Pronoun::Gender::thing && person) return false;
    return gender.empty() || mention.gender.empty() || gender == mention.gender;
}

}  // namespace

void Memory::remember(Remembered mention) {
    mentions_.push_back(std::move(mention));
}

void Memory::introduce(const std::string& full_name_key, const core::Participant& actor) {
    const auto add = [&](const std::string& key) {
        auto& known = introduced_[key];
        const bool there =
            std::any_of(known.begin(), known.end(), [&](const auto& other) { return other.id == actor.id; });
        if (!there) known.push_back(actor);
    };
    introduced_ids_.insert(actor.id);
    add(full_name_key);
    for (std::size_t at = full_name_key.find(' '); at != std::string::npos; at = full_name_key.find(' ', at + 1)) {
        add(full_name_key.substr(at + 1));
    }
}

std::optional<core::Participant> Memory::named(const std::string& name_key) const {
    const auto found = introduced_.find(name_key);
    if (found == introduced_.end() || found->second.size() != 1) return std::nullopt;
    return found->second.front();
}

std::vector<core::Participant> Memory::antecedent(const Phrase& phrase, const Pronoun& pronoun,
                                                  const std::string& gender,
                                                  const std::vector<core::Participant>& excluded) const {
    const auto rank = [](const Remembered& mention) { return mention.main_subject ? 2 : mention.subject ? 1 : 0; };
    const auto is_excluded = [&](const Remembered& mention) {
        return std::any_of(excluded.begin(), excluded.end(),
                           [&](const auto& actor) { return actor.principal == mention.actor.principal; });
    };
    const Remembered* best = nullptr;
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
        if (mention->phrase >= phrase) continue;
        if (mention->phrase.sentence + 1 < phrase.sentence) break;
        if (!agrees(*mention, pronoun, gender) || is_excluded(*mention)) continue;
        // What is neither a person nor a subject is seldom taken up by a pronoun.
        const bool near = !excluded.empty() && mention->phrase.sentence == phrase.sentence;
        if (rank(*mention) == 0 && !mention->person && !near) continue;
        const bool better =
            best == nullptr || (mention->phrase.sentence == best->phrase.sentence && rank(*mention) > rank(*best));
        if (better) best = &*mention;
    }
    if (best == nullptr) return {};
    std::vector<core::Participant> found{best->actor};
    found.insert(found.end(), best->others.begin(), best->others.end());
    return found;
}

std::optional<core::Participant> Memory::described_as(const std::string& role_key) const {
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
        if (mention->role == role_key) return mention->actor;
    }
    return std::nullopt;
}

}  // namespace entente::resolve
