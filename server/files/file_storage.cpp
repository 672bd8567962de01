// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/file_storage.h"

#include "server/files/durable.h"
#include "server/security/crypto.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

/** Every connection has one piece of work here at most: their number is bounded elsewhere. */
constexpr int kMaxWaiting = 100'000;
constexpr qint64 kCopied = qint64(1) << 20;
/** Ends the second name of a file that the store takes and that is kept. */
constexpr auto kTaken = ".taken"_L1;

/** Whether there were commits since it was asked last. For one thread. */
std::function<bool()> restWhileCommitting(std::function<quint64()> commits)
{
    if (!commits)
        return {};
    return [commits = std::move(commits), before = quint64(0)]() mutable {
        const quint64 now = commits();
        return std::exchange(before, now) != now;
    };
}

} // namespace

FileStorage::FileStorage(QString folder, std::unique_ptr<BlobStore> store, std::function<quint64()> commits)
    : m_folder(std::move(folder)), m_store(std::move(store)), m_pool({.name = u"files"_s,
                                                                      .threads = m_store->parallelCalls(),
                                                                      .maxWaiting = kMaxWaiting,
                                                                      .busyMessage = u"Too many files at once"_s}),
      m_incoming({.name = u"incoming files"_s,
                  .threads = 1,
                  .maxWaiting = kMaxWaiting,
                  .busyMessage = u"Too many files at once"_s,
                  .givesWay = true,
                  .isToRest = restWhileCommitting(std::move(commits))})
{
}

Result<> FileStorage::prepare() const
{
    if (!QDir().mkpath(m_folder))
        return fail(
            {.code = ErrorCode::ServiceUnavailable, .message = u"The folder %1 cannot be made"_s.arg(m_folder)});
    return m_store->prepare();
}

QCoro::Task<Result<std::shared_ptr<IncomingFile>>> FileStorage::receive(QString name)
{
    std::function<Result<std::shared_ptr<IncomingFile>>()> work = [path = incomingPath(name)] {
        return IncomingFile::open(path, IncomingFile::Fate::Removed);
    };
    return m_incoming.run<std::shared_ptr<IncomingFile>>(std::move(work));
}

QCoro::Task<Result<std::shared_ptr<IncomingFile>>> FileStorage::resume(QString name, qint64 received,
                                                                       IncomingFile::Progress known)
{
    std::function<Result<std::shared_ptr<IncomingFile>>()> work = [path = incomingPath(name), received, known] {
        return IncomingFile::open(path, IncomingFile::Fate::Kept, received, known);
    };
    return m_pool.run<std::shared_ptr<IncomingFile>>(std::move(work));
}

QCoro::Task<Result<>> FileStorage::append(std::shared_ptr<IncomingFile> file, QByteArray bytes)
{
    std::function<Result<>()> work = [file, bytes] {
        return file->append(bytes);
    };
    return m_incoming.run<void>(std::move(work));
}

QCoro::Task<Result<>> FileStorage::sync(std::shared_ptr<IncomingFile> file)
{
    std::function<Result<>()> work = [file] {
        return file->sync();
    };
    return m_incoming.run<void>(std::move(work));
}

QCoro::Task<Result<>> FileStorage::rewind(std::shared_ptr<IncomingFile> file, IncomingFile::Progress earlier)
{
    std::function<Result<>()> work = [file, earlier] {
        return file->rewind(earlier);
    };
    return m_incoming.run<void>(std::move(work));
}

Result<StoredBlob> FileStorage::storeAndWait(const std::shared_ptr<IncomingFile> &file)
{
    if (auto synced = file->sync(); !synced)
        return fail(synced.error());
    StoredBlob blob{.sha256 = file->sha256(), .size = file->size(), .head = file->head(), .pin = {}};
    blob.pin = m_pins.pin(blob.sha256);
    file->close();
    QString source = file->path();
    if (file->fate() == IncomingFile::Fate::Kept) {
        // The store takes its file away, and a crash before the commit is not to cost what came in over days.
        source += kTaken;
        QFile::remove(source);
        if (!linkFile(file->path(), source))
            return fail({.code = ErrorCode::ServiceUnavailable, .message = u"The file cannot be stored"_s});
    }
    if (auto stored = m_store->put(blob.sha256, source); !stored)
        return fail(stored.error());
    return blob;
}

QCoro::Task<Result<StoredBlob>> FileStorage::store(std::shared_ptr<IncomingFile> file)
{
    std::function<Result<StoredBlob>()> work = [this, file] {
        return storeAndWait(file);
    };
    return m_pool.run<StoredBlob>(std::move(work));
}

QCoro::Task<Result<StoredBlob>> FileStorage::store(QString name, QByteArray bytes)
{
    std::function<Result<StoredBlob>()> work = [this, path = incomingPath(name), bytes]() -> Result<StoredBlob> {
        const auto file = IncomingFile::open(path, IncomingFile::Fate::Removed);
        if (!file)
            return fail(file.error());
        if (auto appended = (*file)->append(bytes); !appended)
            return fail(appended.error());
        return storeAndWait(*file);
    };
    return m_pool.run<StoredBlob>(std::move(work));
}

QCoro::Task<Result<std::shared_ptr<BlobReader>>> FileStorage::open(QByteArray sha256)
{
    std::function<Result<std::shared_ptr<BlobReader>>()> work = [this, sha256] {
        return m_store->open(sha256);
    };
    return m_pool.run<std::shared_ptr<BlobReader>>(std::move(work));
}

QCoro::Task<Result<QByteArray>> FileStorage::read(std::shared_ptr<BlobReader> reader, qint64 offset, qint64 length)
{
    std::function<Result<QByteArray>()> work = [reader, offset, length] {
        return reader->read(offset, length);
    };
    return m_pool.run<QByteArray>(std::move(work));
}

Result<std::shared_ptr<const QString>> FileStorage::localPath(const QByteArray &sha256)
{
    const auto reader = m_store->open(sha256);
    if (!reader)
        return fail(reader.error());
    if (const QString path = (*reader)->localPath(); !path.isEmpty())
        return std::make_shared<const QString>(path);
    const QString path = incomingPath(u"copy_"_s + QString::fromLatin1(security::randomBytes(12).toHex()));
    const auto copy = IncomingFile::open(path, IncomingFile::Fate::Removed);
    if (!copy)
        return fail(copy.error());
    while ((*copy)->size() < (*reader)->size()) {
        const auto part = (*reader)->read((*copy)->size(), kCopied);
        if (!part || part->isEmpty())
            return fail(part ? Error::notFound(u"Content") : part.error());
        if (auto written = (*copy)->append(*part); !written)
            return fail(written.error());
    }
    // Lives as long as the copy does, and the other way round.
    const auto held = std::make_shared<std::pair<QString, std::shared_ptr<IncomingFile>>>(path, *copy);
    return std::shared_ptr<const QString>(held, &held->first);
}

QStringList FileStorage::incoming() const
{
    return QDir(m_folder).entryList(QDir::Files | QDir::Hidden);
}

void FileStorage::removeIncoming(const QString &name) const
{
    QFile::remove(incomingPath(name));
}

} // namespace plexi::files
