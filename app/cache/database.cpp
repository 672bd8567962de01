// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/database.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace plexi::app::cache {

namespace {

/** A reader waits for the writer's checkpoint, the writer for nobody: milliseconds. */
constexpr int kBusyMilliseconds = 5000;

int bindValue(sqlite3_stmt *statement, int place, const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        return sqlite3_bind_text(statement, place, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }
    // The values outlive the run; a null pointer would bind NULL.
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return sqlite3_bind_blob(statement, place, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_STATIC);
    return sqlite3_bind_null(statement, place);
}

bool meansDamage(int code)
{
    // SQLCipher says NOTADB for a wrong key or a broken first page, CORRUPT or ERROR for a page whose HMAC is wrong.
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_IOERR:
    case SQLITE_ERROR:
    case SQLITE_NOMEM:
        return true;
    default:
        return false;
    }
}

} // namespace

bool Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Row::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Row::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Row::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close(connection);
}

void Database::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<Database> Database::open(const QString &path, const QByteArray &key, Access access)
{
    Q_ASSERT(key.size() == kKeySize);
    const int flags = access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *connection = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(connection);
    if (opened != SQLITE_OK)
        return database.fault();
    sqlite3_busy_timeout(connection, kBusyMilliseconds);
    // A raw key: it is random, so there is nothing to stretch, and opening takes no time.
    if (auto keyed = database.script("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'" + key.toHex() + "'\";");
        !keyed)
        return std::unexpected(keyed.error());
    QString cipher;
    if (auto asked = database.each("PRAGMA cipher_version", {}, [&](const Row &row) { cipher = row.text(0); }); !asked)
        return std::unexpected(asked.error());
    if (cipher.isEmpty())
        return fail(Error::internal(u"The SQLite library of this program cannot encrypt"_s));
    if (auto read = database.integer("SELECT count(*) FROM sqlite_master"); !read)
        return std::unexpected(read.error());
    QByteArray settings = "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY;";
    if (access == Access::ReadWrite)
        settings += "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
    if (auto set = database.script(settings); !set)
        return std::unexpected(set.error());
    return database;
}

std::unexpected<Error> Database::fault()
{
    if (meansDamage(sqlite3_errcode(m_connection.get())))
        m_isDamaged = true;
    return fail(Error::internal(u"The cache refuses: %1"_s.arg(QString::fromUtf8(sqlite3_errmsg(m_connection.get())))));
}

Result<> Database::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_connection.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fault();
    return {};
}

Result<sqlite3_stmt *> Database::prepared(const char *sql)
{
    auto &known = m_statements[sql];
    if (known)
        return known.get();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_connection.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return fault();
    known.reset(statement);
    return statement;
}

Result<> Database::each(const char *sql, const Values &values, const std::function<void(const Row &)> &take)
{
    const auto statement = prepared(sql);
    if (!statement)
        return std::unexpected(statement.error());
    for (size_t i = 0; i < values.size(); ++i)
        bindValue(*statement, static_cast<int>(i) + 1, values[i]);
    int state = sqlite3_step(*statement);
    for (; state == SQLITE_ROW; state = sqlite3_step(*statement))
        take(Row(*statement));
    Result<> done;
    if (state != SQLITE_DONE)
        done = fault();
    sqlite3_reset(*statement);
    sqlite3_clear_bindings(*statement);
    return done;
}

Result<> Database::run(const char *sql, const Values &values)
{
    return each(sql, values, [](const Row &) { });
}

Result<qint64> Database::integer(const char *sql, const Values &values)
{
    qint64 found = 0;
    bool isFirst = true;
    const auto done = each(sql, values, [&](const Row &row) {
        if (std::exchange(isFirst, false))
            found = row.integer(0);
    });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection.get());
}

} // namespace plexi::app::cache
