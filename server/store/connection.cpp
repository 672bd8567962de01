// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include <QAtomicInteger>
#include <QSqlError>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace plexi::store {

namespace {

// Extended result codes, https://www.sqlite.org/rescode.html; the low byte is the primary code.
constexpr int kSqliteBusy = 5;
constexpr int kSqliteFull = 13;
constexpr int kSqliteConstraintPrimaryKey = 1555;
constexpr int kSqliteConstraintUnique = 2067;

// Milliseconds. Readers and the writer never wait for each other in WAL mode; this covers a doctor or a backup beside
// us.
constexpr int kBusyTimeout = 5'000;

QString uniqueConnectionName()
{
    static QAtomicInteger<quint64> last;
    return u"plexi-%1"_s.arg(++last);
}

/** The one translation of SQLite's errors. The driver's text names tables and columns, never bound values. */
Error translated(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    if (code == kSqliteConstraintUnique || code == kSqliteConstraintPrimaryKey)
        return {.code = ErrorCode::Conflict, .message = error.databaseText()};
    const int primary = code & 0xff;
    if (primary == kSqliteBusy || primary == kSqliteFull)
        return {.code = ErrorCode::ServiceUnavailable, .message = error.databaseText(), .retryAfter = 1};
    return Error::internal("Database: "_L1 + (error.databaseText().isEmpty() ? error.text() : error.databaseText()));
}

} // namespace

struct Connection::Private {
    QString name;
    QSqlDatabase database;
    /** Why there is no database, in a connection that only says so. */
    std::optional<Error> fault;
    /** By the address of the SQL text: a literal's address is as good a key as its text and needs no hashing of it. */
    struct Statement {
        explicit Statement(const QSqlDatabase &database) : query(database) { }
        QSqlQuery query;
        /** Whether it is in @c unfinished. */
        bool isListed = false;
    };
    std::unordered_map<const char *, std::unique_ptr<Statement>> statements;
    /** Statements with rows that have run since the last finishAll(). */
    std::vector<Statement *> unfinished;

    Result<Statement *> prepared(const char *sql)
    {
        if (fault)
            return fail(*fault);
        auto &statement = statements[sql];
        if (!statement) {
            auto made = std::make_unique<Statement>(database);
            made->query.setForwardOnly(true);
            if (!made->query.prepare(QString::fromUtf8(sql)))
                return fail(translated(made->query.lastError()));
            statement = std::move(made);
        }
        return statement.get();
    }
};

Connection::Connection(std::unique_ptr<Private> data) : d(std::move(data)) { }

Connection::~Connection()
{
    d->unfinished.clear();
    d->statements.clear();
    if (d->fault)
        return;
    d->database.close();
    d->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    auto data = std::make_unique<Private>();
    data->name = uniqueConnectionName();
    data->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, data->name);
    data->database.setDatabaseName(path);
    data->database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeout));
    const bool opened = data->database.open();
    const QString reason = data->database.lastError().databaseText();
    auto connection = std::unique_ptr<Connection>(new Connection(std::move(data)));
    const auto unavailable = [&path](const QString &why) {
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"The database %1 cannot be opened: %2"_s.arg(path, why)});
    };
    if (!opened)
        return unavailable(reason);

    // temp_store: savepoints' journals stay in memory. The limits (pages of 4 KiB, bytes) keep checkpoints rare, and
    // give the space of a WAL that a burst made grow back.
    QStringList pragmas{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA temp_store=MEMORY"_s, u"PRAGMA cache_size=-8192"_s};
    if (mode == Mode::ReadWrite) {
        pragmas << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA synchronous=FULL"_s << u"PRAGMA wal_autocheckpoint=4000"_s
                << u"PRAGMA journal_size_limit=67108864"_s;
    } else {
        pragmas << u"PRAGMA query_only=ON"_s;
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = connection->executeOnce(pragma); !done)
            return unavailable(done.error().message);
    }
    return connection;
}

std::unique_ptr<Connection> Connection::failing(Error fault)
{
    auto data = std::make_unique<Private>();
    data->fault = std::move(fault);
    return std::unique_ptr<Connection>(new Connection(std::move(data)));
}

Result<QSqlQuery *> Connection::run(const char *sql, const QVariantList &values)
{
    const auto statement = d->prepared(sql);
    if (!statement)
        return fail(statement.error());
    QSqlQuery &query = (*statement)->query;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return fail(translated(query.lastError()));
    if (query.isSelect() && !(*statement)->isListed) {
        (*statement)->isListed = true;
        d->unfinished.push_back(*statement);
    }
    return &query;
}

Result<qint64> Connection::execute(const char *sql, const QVariantList &values)
{
    const auto query = run(sql, values);
    if (!query)
        return fail(query.error());
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<> Connection::executeOnce(const QString &sql)
{
    if (d->fault)
        return fail(*d->fault);
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(translated(query.lastError()));
    return {};
}

Result<QVariant> Connection::valueOnce(const QString &sql)
{
    if (d->fault)
        return fail(*d->fault);
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(translated(query.lastError()));
    return query.next() ? query.value(0) : QVariant();
}

void Connection::finishAll()
{
    for (Private::Statement *statement : d->unfinished) {
        statement->isListed = false;
        if (statement->query.isActive())
            statement->query.finish();
    }
    d->unfinished.clear();
}

} // namespace plexi::store
