#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "pipeline/pipeline.hpp"

namespace entente::pipeline {

/// The shipped knowledge, loaded once.
inline const Knowledge& shipped() {
    static const Knowledge knowledge = Knowledge::load(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data");
    return knowledge;
}

inline articles::Article article_of(std::string text, std::string title = {}) {
    articles::Article article;
    article.id = "a";
    article.title = std::move(title);
    article.text = std::move(text);
    article.published = core::parse_date("2016-12-02");
    return article;
}

inline Analysis analysed(const articles::Article& article, Stage stage = Stage::relations) {
    return analyse(article, shipped(), stage);
}

/// `SOURCE action TARGET` by principal.
inline std::string shown(const core::Relation& relation) {
    return relation.source.principal + " " + relation.action.id + " " + relation.target.principal;
}

}  // namespace entente::pipeline
