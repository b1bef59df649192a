#include "store/database.hpp"

#include <sqlite3.h>

#include "base/errors.hpp"

namespace entente::store {

namespace {

// Who writes waits long for readers, lest a run be lost at its end, but not for another writer.
constexpr int patience_milliseconds = 60000;
constexpr int impatience_milliseconds = 1000;

std::string reason_for(int code, const char* message) {
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return "is damaged; restore it from a copy or build it anew";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "is in use by another run; try again when that has ended";
        case SQLITE_READONLY: return "cannot be written: no permission";
        case SQLITE_CANTOPEN: return "cannot be opened";
        case SQLITE_FULL: return "cannot be written: the disk is full; the file is as it was before this batch";
        case SQLITE_IOERR: return std::string("cannot be read or written: ") + message;
        default: return std::string("database error: ") + message;
    }
}

}  // namespace

Database::Database(std::filesystem::path path, Access access) : path_(std::move(path)) {
    // Nobody asks how much memory SQLite holds; counting it costs a lock with every allocation. (No effect where the
    // process has used SQLite before.)
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(configured);
    const int flags = access == Access::read    ? SQLITE_OPEN_READONLY
                      : access == Access::write ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path_.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const std::string reason = reason_for(code, handle_ ? sqlite3_errmsg(handle_) : "no memory");
        sqlite3_close(handle_);
        throw base::DataError({path_.string(), 0}, reason);
    }
    sqlite3_busy_timeout(handle_, patience_milliseconds);
}

Database::~Database() {
    sqlite3_close(handle_);
}

void Database::run(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

void Database::begin() {
    sqlite3_busy_timeout(handle_, impatience_milliseconds);
    run("BEGIN IMMEDIATE");
    sqlite3_busy_timeout(handle_, patience_milliseconds);
}

void Database::define_text_function(const std::string& name, std::int64_t (*function)(std::string_view)) {
    using Function = std::int64_t (*)(std::string_view);
    const auto call = [](sqlite3_context* context, int, sqlite3_value** arguments) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
        const auto wanted = reinterpret_cast<Function>(sqlite3_user_data(context));
        sqlite3_result_int64(context, wanted(bytes == nullptr ? std::string_view() : std::string_view(bytes, size)));
    };
    const int code = sqlite3_create_function(handle_, name.c_str(), 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                             reinterpret_cast<void*>(function), call, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(handle_);
}

void Database::fail(int code) const {
    fail(reason_for(code, sqlite3_errmsg(handle_)));
}

void Database::fail(const std::string& reason) const {
    throw base::DataError({path_.string(), 0}, reason);
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
    const int code = sqlite3_prepare_v3(database.handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
    if (code != SQLITE_OK) database_.fail(code);
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        sqlite3_reset(handle_);
        database_.fail(code);
    }
    reset();
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

void Statement::reset() {
    sqlite3_reset(handle_);
}

void Statement::bind_one(int parameter, std::string_view text) {
    // An empty view may have no address, which SQLite would read as NULL.
    const char* bytes = text.data() == nullptr ? "" : text.data();
    const int code = sqlite3_bind_text64(handle_, parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_one(int parameter, std::int64_t value) {
    const int code = sqlite3_bind_int64(handle_, parameter, value);
    if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_null(int parameter) {
    sqlite3_bind_null(handle_, parameter);
}

std::string_view Statement::text_view(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string Statement::text(int column) const {
    return std::string(text_view(column));
}

std::optional<std::string> Statement::optional_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

Savepoint::~Savepoint() {
    if (kept_) return;
    try {
        database_.run("ROLLBACK TO change; RELEASE change");
    } catch (const base::DataError&) {
        // A full disk or a damaged file has already rolled the whole transaction back.
    }
}

void Savepoint::keep() {
    database_.run("RELEASE change");
    kept_ = true;
}

}  // namespace entente::store
