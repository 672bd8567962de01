// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace plexi::app::cache {

using Value = std::variant<std::nullptr_t, qint64, QString, QByteArray>;
using Values = std::vector<Value>;

/** The row that a statement stands on; good until the statement goes on. Columns count from 0. */
class Row
{
public:
    explicit Row(sqlite3_stmt *statement) : m_statement(statement) { }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/**
 * A connection to an encrypted SQLite file, by SQLCipher's C API. Not by Qt SQL: its SQLite driver brings a libsqlite3 along,
 * which cannot encrypt and whose symbols have the same names. For one thread at a time.
 */
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };
    static constexpr qsizetype kKeySize = 32;

    /**
     * Opens @p path, which is made where it is not there (ReadWrite). @p key: kKeySize random bytes, used as they are. Fails
     * where the key is wrong, where the file is none of ours, and where the library cannot encrypt.
     */
    static Result<Database> open(const QString &path, const QByteArray &key, Access access);

    /** Several statements, without values. */
    Result<> script(const QByteArray &sql);
    /** @p sql must live as long as the program: its prepared statement is kept. */
    Result<> run(const char *sql, const Values &values = {});
    Result<> each(const char *sql, const Values &values, const std::function<void(const Row &)> &take);
    /** The first column of the first row; 0 where there is none. */
    Result<qint64> integer(const char *sql, const Values &values = {});
    /** Rows that the last run() changed. */
    qint64 changes() const;

    /** Something could not be read that should have been there: the file is not what was written. */
    bool isDamaged() const { return m_isDamaged; }

private:
    struct Close {
        void operator()(sqlite3 *connection) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit Database(sqlite3 *connection) : m_connection(connection) { }
    Result<sqlite3_stmt *> prepared(const char *sql);
    std::unexpected<Error> fault();

    std::unique_ptr<sqlite3, Close> m_connection;
    /** After the connection, so that statements end before it. */
    std::unordered_map<const char *, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
    bool m_isDamaged = false;
};

} // namespace plexi::app::cache
