#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::store {

/// One open SQLite database. Everything that fails throws base::DataError naming the file.
class Database {
public:
    enum class Access { read, write, create };

    Database(std::filesystem::path path, Access access);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Runs statements without answer.
    void run(const std::string& sql);
    /// Begins a transaction as the only writer. @throws base::DataError if there is another.
    void begin();
    /// Makes a function of a text callable from SQL.
    void define_text_function(const std::string& name, std::int64_t (*function)(std::string_view));
    /// The number of the row inserted last.
    [[nodiscard]] std::int64_t last_row() const;
    /// @throws base::DataError saying in the user's words what SQLite's result code means.
    [[noreturn]] void fail(int code) const;
    [[noreturn]] void fail(const std::string& reason) const;

private:
    friend class Statement;
    std::filesystem::path path_;
    sqlite3* handle_ = nullptr;
};

/// One prepared statement: bind, step through the rows, begin anew.
class Statement {
public:
    Statement(Database& database, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Begins anew with these values for the parameters ?1, ?2…; texts must live until the next call.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        reset();
        int parameter = 0;
        (bind_one(++parameter, values), ...);
        return *this;
    }
    /// Moves to the next row; false behind the last, and the statement is then reset.
    bool step();
    /// For statements without rows.
    void run();
    void reset();

    [[nodiscard]] std::string text(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text_view(int column) const;
    [[nodiscard]] std::optional<std::string> optional_text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::size_t size(int column) const { return static_cast<std::size_t>(integer(column)); }
    [[nodiscard]] bool is_null(int column) const;

private:
    void bind_one(int parameter, std::string_view text);
    void bind_one(int parameter, std::int64_t value);
    void bind_one(int parameter, std::size_t value) { bind_one(parameter, static_cast<std::int64_t>(value)); }
    void bind_one(int parameter, const std::string& text) { bind_one(parameter, std::string_view(text)); }
    void bind_null(int parameter);
    template <typename Value>
    void bind_one(int parameter, const std::optional<Value>& value) {
        if (value) {
            bind_one(parameter, *value);
        } else {
            bind_null(parameter);
        }
    }

    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
};

/// Undoes what happened since its construction unless keep() was called; may stand inside an open transaction.
class Savepoint {
public:
    explicit Savepoint(Database& database) : database_(database) { database_.run("SAVEPOINT change"); }
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();
    void keep();

private:
    Database& database_;
    bool kept_ = false;
};

}  // namespace entente::store
