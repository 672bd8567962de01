// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/cache.h"

#include "app/cache/drafts_cache.h"
#include "app/cache/migrations.h"
#include "app/cache/notes_cache.h"
#include "app/cache/outbox_cache.h"
#include "app/cache/uploads_cache.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

using cache::Database;

/** Beside the cache: what is in it was found damaged, and the next start makes it anew. */
QString damageMark(const QString &path)
{
    return path + ".damaged"_L1;
}

/** What cannot be fetched again. */
struct Rescue {
    QList<cache::OutboxItem> outbox;
    QHash<ChannelId, QString> drafts;
    QList<cache::UploadItem> uploads;
};

Rescue rescueFrom(const QString &path, const QByteArray &key)
{
    Rescue rescue;
    auto database = Database::open(path, key, Database::Access::ReadOnly);
    if (!database)
        return rescue;
    rescue.outbox = cache::readOutbox(*database).value_or(rescue.outbox);
    rescue.drafts = cache::readDrafts(*database).value_or(rescue.drafts);
    rescue.uploads = cache::readUploads(*database).value_or(rescue.uploads);
    return rescue;
}

void keep(Cache &cache, const Rescue &rescue)
{
    cache.post([rescue](Database &database) {
        Result<> done;
        for (const auto &[channel, text] : rescue.drafts.asKeyValueRange())
            done = done ? cache::writeDraft(database, channel, text) : done;
        for (const cache::OutboxItem &item : rescue.outbox)
            done = done ? cache::writeOutboxItem(database, item) : done;
        for (const cache::UploadItem &item : rescue.uploads)
            done = done ? cache::writeUpload(database, item) : done;
        return done;
    });
    cache.flush();
}

Result<> claim(Database &database, UserId account)
{
    const auto owner = cache::readNote(database, cache::kAccountNote);
    if (!owner)
        return std::unexpected(owner.error());
    if (owner->isEmpty())
        return cache::writeNote(database, cache::kAccountNote, account.toString());
    if (*owner != account.toString())
        return fail(Error::internal(u"The cache is somebody else's"_s));
    return {};
}

} // namespace

QByteArray Cache::newKey()
{
    QByteArray key(Database::kKeySize, Qt::Uninitialized);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    return key;
}

void Cache::remove(const QString &path)
{
    for (const QString &file : {path, path + "-wal"_L1, path + "-shm"_L1, damageMark(path)})
        QFile::remove(file);
}

Result<std::unique_ptr<Cache>> Cache::tryOpen(const QString &path, const QByteArray &key, UserId account)
{
    auto writer = Database::open(path, key, Database::Access::ReadWrite);
    if (!writer)
        return std::unexpected(writer.error());
    if (const auto done = cache::migrate(*writer); !done)
        return std::unexpected(done.error());
    if (const auto done = claim(*writer, account); !done)
        return std::unexpected(done.error());
    auto reader = Database::open(path, key, Database::Access::ReadOnly);
    if (!reader)
        return std::unexpected(reader.error());
    return std::unique_ptr<Cache>(new Cache(path, std::move(*writer), std::move(*reader)));
}

std::unique_ptr<Cache> Cache::open(const QString &path, const QByteArray &key, UserId account)
{
    QDir().mkpath(QFileInfo(path).path());
    const bool isDamaged = QFile::exists(damageMark(path));
    if (!isDamaged) {
        if (auto opened = tryOpen(path, key, account))
            return std::move(*opened);
    }
    const Rescue rescue = rescueFrom(path, key);
    remove(path);
    auto made = tryOpen(path, key, account);
    if (!made)
        return temporary(account);
    keep(**made, rescue);
    return std::move(*made);
}

std::unique_ptr<Cache> Cache::temporary(UserId account)
{
    QTemporaryDir folder;
    auto made = tryOpen(folder.filePath(u"cache.db"_s), newKey(), account);
    if (!made)
        qFatal("No temporary file can be made: %s", qPrintable(made.error().message));
    (*made)->m_folder.emplace(std::move(folder));
    return std::move(*made);
}

Cache::Cache(QString path, Database writer, Database reader)
    : m_path(std::move(path)), m_reader(std::make_unique<Database>(std::move(reader))),
      m_writer(std::make_unique<cache::Writer>(std::move(writer), [mark = damageMark(m_path)] {
          QFile file(mark);
          (void)file.open(QIODevice::WriteOnly);
      }))
{
}

Cache::~Cache() = default;

void Cache::post(cache::Writer::Job job)
{
    m_writer->post(std::move(job));
}

void Cache::flush()
{
    m_writer->flush();
}

QFuture<void> Cache::compact()
{
    m_writer->compact();
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    post([promise](Database &) {
        promise->finish();
        return Result<>();
    });
    return promise->future();
}

qint64 Cache::size() const
{
    return QFileInfo(m_path).size() + QFileInfo(m_path + "-wal"_L1).size();
}

void Cache::wipe()
{
    const std::unique_ptr<Cache> empty = temporary({});
    m_writer.reset();
    m_reader.reset();
    remove(m_path);
    m_path = empty->m_path;
    m_folder = std::exchange(empty->m_folder, std::nullopt);
    m_reader = std::move(empty->m_reader);
    m_writer = std::move(empty->m_writer);
}

} // namespace plexi::app
