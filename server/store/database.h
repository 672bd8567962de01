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

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace plexi::store {

class Writer;

/**
 * One SQLite connection with the statements prepared on it. Used by one thread only. SQL text must be a string literal:
 * its address is the key under which the prepared statement is kept.
 */
class Connection
{
public:
    enum class Mode {
        /** Sees the database and cannot change it (PRAGMA query_only). */
        ReadOnly,
        /** The writer's: makes the file where it is missing, synchronous=FULL. */
        ReadWrite,
    };

    /** Opens the file at @p path in WAL mode. Fails with ServiceUnavailable; nothing is migrated. */
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    /** A connection to nothing, whose every statement fails with @p fault. */
    static std::unique_ptr<Connection> failing(Error fault);
    /** On the thread that opened it, or on another once that thread no longer uses it. */
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

    /** Runs one statement that is made up at run time or needed once (pragmas, migrations); it is not kept. */
    Result<> executeOnce(const QString &sql);

    /** The first column of the first row of @p sql, which is not kept; an invalid QVariant where there is no row. */
    Result<QVariant> valueOnce(const QString &sql);

    /** Ends every statement whose rows were not read to their end, and with them the snapshot that they hold. */
    void finishAll();

private:
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

    /** The job fails with @p fault whatever it returns; for what has to be kept with the change and could not. */
    void refuse(Error fault) { m_fault = std::move(fault); }

private:
    friend class Writer;
    Connection &m_connection;
    std::optional<Error> m_fault;
    std::vector<std::function<void()>> m_afterCommit;
};

namespace detail {

class Mailbox;

/** A job on its way through the writer. It lives where its caller waits: in a coroutine's frame or on a stack. */
class QueuedJob
{
public:
    Q_DISABLE_COPY_MOVE(QueuedJob)

protected:
    QueuedJob() = default;
    ~QueuedJob() = default;

    /** On the writer's thread, within the job's savepoint. */
    virtual Result<> run(WriteTransaction &transaction) = 0;

    /** The fate of the group or of this job; set before the caller goes on. */
    Result<> m_committed;

private:
    friend class store::Writer;
    /** Who is resumed, through the mailbox of its thread; none where a thread blocks on m_done. */
    std::coroutine_handle<> m_caller;
    std::shared_ptr<Mailbox> m_mailbox;
    std::function<void()> m_done;
    std::vector<std::function<void()>> m_afterCommit;
};

} // namespace detail

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

    /**
     * The calling thread's read-only connection, opened at first use and closed when the thread ends. Where it cannot
     * be opened (no descriptors left), every statement fails, and the next call tries again. Statements that were not
     * finished are finished at the next turn of the thread's event loop: keep no rows across a co_await.
     */
    Connection &reader();

    /**
     * Runs @p job (Result<T>(WriteTransaction &)) on the writer's thread and resumes the caller on its own thread once
     * the commit is on disk. A job that returns an error is rolled back to its savepoint; the other jobs of the group
     * are not touched. The calling thread needs a running event loop.
     */
    template <typename Job, typename R = std::invoke_result_t<Job, WriteTransaction &>>
    QCoro::Task<R> write(Job job)
    {
        AwaitedJob<Job, R> awaited(*this, std::move(job));
        co_await awaited;
        co_return awaited.result();
    }

    /** The same for a thread without an event loop (start-up, commands): blocks until the commit is on disk. */
    template <typename Job, typename R = std::invoke_result_t<Job, WriteTransaction &>>
    R writeAndWait(Job job)
    {
        AwaitedJob<Job, R> awaited(*this, std::move(job));
        submitAndWait(awaited);
        return awaited.result();
    }

    /**
     * Blocks until everything queued before has been written. To be called when the loops have stopped and before what
     * the jobs refer to (services, publisher) is destroyed.
     */
    void drain();

    /** How many commits there were so far: what can wait does where the number grows. Thread-safe. */
    quint64 commits() const;

    /** Ids of everything; seeded above the highest id in the database. Thread-safe. */
    IdGenerator &ids();

private:
    /**
     * Runs a caller's function as a job and holds what it returned. An awaitable, so that waiting allocates nothing.
     */
    template <typename Job, typename R>
    class AwaitedJob final : public detail::QueuedJob
    {
    public:
        AwaitedJob(Database &database, Job job) : m_database(database), m_job(std::move(job)) { }

        bool await_ready() const noexcept { return false; }
        bool await_suspend(std::coroutine_handle<> caller) { return m_database.submit(*this, caller); }
        void await_resume() const noexcept { }

        R result()
        {
            if (!m_committed)
                return fail(std::move(m_committed.error()));
            return std::move(*m_result);
        }

    private:
        Result<> run(WriteTransaction &transaction) override
        {
            m_result.emplace(m_job(transaction));
            if (!*m_result)
                return fail(m_result->error());
            return {};
        }

        Database &m_database;
        Job m_job;
        std::optional<R> m_result;
    };

    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    /** False where the job was refused and the caller goes on at once. */
    bool submit(detail::QueuedJob &job, std::coroutine_handle<> caller);
    void submitAndWait(detail::QueuedJob &job);
    std::unique_ptr<Private> d;
};

} // namespace plexi::store
