// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include "server/store/migrations.h"
#include "server/store/reader_pool.h"
#include "server/store/writer.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace plexi::store {

namespace {

/** The highest `id` in any table of ours. Asks the schema, so that a new table cannot be forgotten here. */
Result<qint64> highestId(Connection &connection)
{
    const auto selects = connection.valueOnce(
        u"SELECT group_concat('SELECT max(id) AS id FROM \"' || t.name || '\"', ' UNION ALL ')"
        " FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
        " WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'id' AND c.type = 'INTEGER'"_s);
    if (!selects)
        return fail(selects.error());
    if (selects->isNull())
        return 0;
    const auto highest = connection.valueOnce(u"SELECT max(id) FROM (%1)"_s.arg(selects->toString()));
    if (!highest)
        return fail(highest.error());
    return highest->toLongLong();
}

} // namespace

struct Database::Private {
    Private(const Options &options, qint64 lastId)
        : writer(options.path, options.maxQueuedJobs), readers(std::make_shared<ReaderPool>(options.path)), ids(lastId)
    {
    }

    Writer writer;
    std::shared_ptr<ReaderPool> readers;
    IdGenerator ids;
};

Database::Database(std::unique_ptr<Private> data) : d(std::move(data)) { }

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const Options &options)
{
    // What people write is nobody else's on this machine. SQLite gives its other files the permissions of this one.
    if (QFile file(options.path); !file.exists())
        (void)file.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner);

    qint64 lastId = 0;
    {
        const auto connection = Connection::open(options.path, Connection::Mode::ReadWrite);
        if (!connection)
            return fail(connection.error());
        const auto migrations = embeddedMigrations();
        if (!migrations)
            return fail(migrations.error());
        if (const auto migrated = migrate(**connection, *migrations); !migrated)
            return fail(migrated.error());
        const auto highest = highestId(**connection);
        if (!highest)
            return fail(highest.error());
        lastId = *highest;
    }
    auto data = std::make_unique<Private>(options, lastId);
    if (const auto opened = data->writer.open(); !opened)
        return fail(opened.error());
    return std::unique_ptr<Database>(new Database(std::move(data)));
}

Connection &Database::reader()
{
    return d->readers->ofThisThread();
}

void Database::drain()
{
    // The queue is first in, first out: once this job is done, so are those before it.
    (void)writeAndWait([](WriteTransaction &) -> Result<> { return {}; });
}

quint64 Database::commits() const
{
    return d->writer.commits();
}

IdGenerator &Database::ids()
{
    return d->ids;
}

bool Database::submit(detail::QueuedJob &job, std::coroutine_handle<> caller)
{
    return d->writer.enqueue(job, caller).has_value();
}

void Database::submitAndWait(detail::QueuedJob &job)
{
    d->writer.enqueueAndWait(job);
}

} // namespace plexi::store
