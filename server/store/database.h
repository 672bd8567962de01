// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <QCoro/QCoroTask>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <type_traits>

namespace plexi::store {

/**
 * One SQLite connection with the statements prepared on it. Used by one thread only. SQL text must be a string literal:
 * its address is the key under which the prepared statement is kept.
 */
class Connection
{
public:
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /**
     * Runs a prepared statement with @p values bound by position and returns it, positioned before its first row.
     * Fails with Internal (message from SQLite, no bound values), or Conflict where a UNIQUE constraint refused it.
     * The query stays the connection's: read its rows before running the same SQL again, then call finish().
     */
    Result<QSqlQuery *> run(const char *sql, const QVariantList &values = {});

    /** Like run(), for statements without rows; the number of rows changed. */
    Result<qint64> execute(const char *sql, const QVariantList &values = {});

private:
    friend class Database;
    friend class Writer;
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/** One job's part of a group commit: a savepoint on the writer's connection. Lives on the writer's thread. */
class WriteTransaction
{
public:
    explicit WriteTransaction(Connection &connection) : m_connection(connection) { }
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    Connection &connection() { return m_connection; }

    /**
     * Runs @p callback on the writer's thread once the transaction is on disk, in the order of the jobs and before any
     * of their callers is resumed. Not run where the job failed. Must not block.
     */
    void afterCommit(std::function<void()> callback) { m_afterCommit.push_back(std::move(callback)); }

private:
    friend class Writer;
    Connection &m_connection;
    std::vector<std::function<void()>> m_afterCommit;
};

/**
 * The embedded database: one writer thread with group commit, and a read-only connection for each thread that asks.
 * SQLite in WAL mode, synchronous=FULL, foreign keys on.
 */
class Database
{
public:
    struct Options {
        QString path;
        /** Most jobs that may wait for the writer; past that write() fails with ServiceUnavailable. */
        int maxQueuedJobs = 10'000;
    };

    /** Opens, applies missing migrations, refuses (ServiceUnavailable) a database that is newer than this program. */
    static Result<std::unique_ptr<Database>> open(const Options &options);
    /** Commits what is queued, then closes. No coroutine may be waiting in write() when its loop has stopped. */
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /** The calling thread's read-only connection, opened at first use and closed when the thread ends. */
    Connection &reader();

    /**
     * Runs @p job (Result<T>(WriteTransaction &)) on the writer's thread and resumes the caller on its own thread once
     * the commit is on disk. A job that returns an error is rolled back to its savepoint; the other jobs of the group
     * are not touched. The calling thread needs a running event loop.
     */
    template <typename Job, typename R = std::invoke_result_t<Job, WriteTransaction &>>
    QCoro::Task<R> write(Job job)
    {
        auto outcome = std::make_shared<std::optional<R>>();
        const auto committed = co_await submit([job = std::move(job), outcome](WriteTransaction &tx) -> Result<> {
            *outcome = job(tx);
            if (!**outcome)
                return fail((*outcome)->error());
            return {};
        });
        if (!committed)
            co_return fail(committed.error());
        co_return std::move(**outcome);
    }

    /** The same for a thread without an event loop (start-up, commands): blocks until the commit is on disk. */
    template <typename Job, typename R = std::invoke_result_t<Job, WriteTransaction &>>
    R writeAndWait(Job job)
    {
        std::optional<R> outcome;
        const auto committed = submitAndWait([&](WriteTransaction &tx) -> Result<> {
            outcome = job(tx);
            if (!*outcome)
                return fail(outcome->error());
            return {};
        });
        if (!committed)
            return fail(committed.error());
        return std::move(*outcome);
    }

    /** Ids of everything; seeded above the highest id in the database. Thread-safe. */
    IdGenerator &ids();

private:
    using Job = std::function<Result<>(WriteTransaction &)>;
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    QCoro::Task<Result<>> submit(Job job);
    Result<> submitAndWait(Job job);
    std::unique_ptr<Private> d;
};

} // namespace plexi::store
