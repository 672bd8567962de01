// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/uploads_service.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace uploads = store::uploads;

using store::WriteTransaction;
using uploads::Row;

namespace {

Error conflict(const QString &message)
{
    return {.code = ErrorCode::Conflict, .message = message};
}

FileDraft draftOf(const Row &row)
{
    FileDraft draft{
        .filename = row.filename, .description = row.description, .isPublic = row.isPublic, .isCounted = true};
    if (row.channel)
        draft.channel = row.channel->toString();
    return draft;
}

} // namespace

class UploadsService::Appending
{
public:
    security::Principal caller;
    Row row;
    std::shared_ptr<files::IncomingFile> file;
    /** As the part found it. */
    files::IncomingFile::Progress before;
    std::optional<Checksum> checksum;
    std::optional<security::RunningDigest> digest;
    std::function<void()> stop;
};

UploadsService::UploadsService(store::Database &database, FilesService &files, std::function<Timestamp()> clock)
    : m_database(database), m_files(files), m_clock(std::move(clock))
{
}

UploadsService::~UploadsService() = default;

QCoro::Task<Result<Row>> UploadsService::create(security::Principal caller, FileDraft draft, QString metadata,
                                                qint64 size)
{
    const auto channel = m_files.admit(caller, draft, size);
    if (!channel)
        co_return fail(channel.error());
    const Timestamp now = m_clock();
    const Row row{.id = m_database.ids().next<UploadId>(),
                  .user = caller.userId,
                  .channel = *channel,
                  .filename = draft.filename,
                  .description = draft.description,
                  .isPublic = draft.isPublic,
                  .metadata = metadata,
                  .size = size,
                  .createdAt = now,
                  .expiresAt = now.plusSeconds(kLifeSeconds)};
    auto job = [row](WriteTransaction &transaction) {
        return uploads::insert(transaction.connection(), row);
    };
    const Result<> inserted = co_await m_database.write(std::move(job));
    if (!inserted)
        co_return fail(inserted.error());
    if (size > 0)
        co_return row;
    // Nothing is to come: it is whole.
    Result<Row> whole = co_await find(caller, row.id);
    co_return whole;
}

Result<Row> UploadsService::openUpload(const security::Principal &caller, UploadId id)
{
    auto row = uploads::find(m_database.reader(), id, caller.userId);
    if (!row)
        return fail(std::move(row.error()));
    if (!*row)
        return fail(Error::notFound(u"Upload"));
    if ((*row)->isEnded || (*row)->expiresAt <= m_clock())
        return fail({.code = ErrorCode::Gone, .message = u"The upload is over"_s});
    return std::move(**row);
}

QCoro::Task<Result<Row>> UploadsService::find(security::Principal caller, UploadId id)
{
    Result<Row> row = openUpload(caller, id);
    if (!row || row->file || row->received < row->size)
        co_return row;
    const Result<std::shared_ptr<Appending>> appending = co_await append(caller, id, row->size, std::nullopt, {});
    if (!appending) {
        // Somebody is at it: then it is as far as it was.
        if (appending.error().code == ErrorCode::Conflict)
            co_return row;
        co_return fail(appending.error());
    }
    Result<Row> whole = co_await finish(*appending);
    release(*appending);
    co_return whole;
}

QCoro::Task<Result<>> UploadsService::end(security::Principal caller, UploadId id)
{
    if (const auto row = openUpload(caller, id); !row)
        co_return fail(row.error());
    auto job = [id](WriteTransaction &transaction) {
        return uploads::end(transaction.connection(), id);
    };
    Result<> ended = co_await m_database.write(std::move(job));
    if (ended)
        m_files.released();
    co_return ended;
}

QCoro::Task<Result<std::shared_ptr<UploadsService::Appending>>> UploadsService::append(security::Principal caller,
                                                                                       UploadId id, qint64 offset,
                                                                                       std::optional<Checksum> checksum,
                                                                                       std::function<void()> stop)
{
    const auto appending = std::make_shared<Appending>();
    appending->stop = std::move(stop);
    appending->caller = std::move(caller);
    appending->row.id = id;
    files::IncomingFile::Progress known;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto other = m_appending.value(id).lock()) {
            if (other->stop)
                other->stop();
            co_return fail(conflict(u"Another request is appending to this upload"_s));
        }
        m_appending.removeIf([](const auto &entry) { return entry.value().expired(); });
        m_appending.insert(id, appending);
        if (const auto found = m_progress.constFind(id); found != m_progress.cend())
            known = *found;
    }
    if (const Result<> opened = co_await open(appending, offset, std::move(known)); !opened) {
        release(appending);
        co_return fail(opened.error());
    }
    appending->before = appending->file->progress();
    appending->checksum = std::move(checksum);
    if (appending->checksum)
        appending->digest.emplace(appending->checksum->algorithm);
    co_return Result<std::shared_ptr<Appending>>(appending); // QCoro would move out of an lvalue
}

/** Opens the file at @p offset, where that is how far the upload is. */
QCoro::Task<Result<>> UploadsService::open(std::shared_ptr<Appending> appending, qint64 offset,
                                           files::IncomingFile::Progress known)
{
    auto row = openUpload(appending->caller, appending->row.id);
    if (!row)
        co_return fail(row.error());
    if (row->received != offset)
        co_return fail({.code = ErrorCode::Conflict,
                        .message = u"The upload is at another offset"_s,
                        .details = {{"offset"_L1, row->received}}});
    if (row->file)
        co_return fail(conflict(u"The upload is whole"_s));
    appending->row = std::move(*row);
    auto file = co_await m_files.storage().resume(appending->row.id.toString(), appending->row.received, known);
    if (!file)
        co_return fail(file.error());
    appending->file = std::move(*file);
    co_return Result<>();
}

QCoro::Task<Result<>> UploadsService::write(std::shared_ptr<Appending> appending, QByteArray bytes)
{
    if (appending->file->size() + bytes.size() > appending->row.size)
        co_return fail({.code = ErrorCode::PayloadTooLarge,
                        .message = u"There is more than the %1 bytes that were announced"_s.arg(appending->row.size)});
    if (appending->digest)
        appending->digest->add(bytes);
    Result<> written = co_await m_files.storage().append(appending->file, bytes);
    co_return written;
}

void UploadsService::release(const std::shared_ptr<Appending> &appending)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_appending.constFind(appending->row.id);
    if (found != m_appending.cend() && found->lock() == appending)
        m_appending.erase(found);
}

/** Says that what has been written is received, once it is on disk. */
QCoro::Task<Result<>> UploadsService::commit(std::shared_ptr<Appending> appending)
{
    Row &row = appending->row;
    if (const Result<> synced = co_await m_files.storage().sync(appending->file); !synced)
        co_return fail(synced.error());
    row.received = appending->file->size();
    row.expiresAt = m_clock().plusSeconds(kLifeSeconds);
    auto job = [id = row.id, received = row.received, expires = row.expiresAt](WriteTransaction &transaction) {
        return uploads::setReceived(transaction.connection(), id, received, expires);
    };
    const Result<> kept = co_await m_database.write(std::move(job));
    if (!kept)
        co_return fail(kept.error());
    const std::lock_guard lock(m_mutex);
    if (m_progress.size() >= kMaxRemembered)
        m_progress.erase(m_progress.cbegin());
    m_progress.insert(row.id, appending->file->progress());
    co_return Result<>();
}

QCoro::Task<Result<>> UploadsService::breakOff(std::shared_ptr<Appending> appending)
{
    if (appending->checksum) {
        Result<> rewound = co_await m_files.storage().rewind(appending->file, appending->before);
        co_return rewound;
    }
    Result<> committed = co_await commit(appending);
    co_return committed;
}

QCoro::Task<Result<Row>> UploadsService::finish(std::shared_ptr<Appending> appending)
{
    if (appending->checksum && appending->digest->result() != appending->checksum->digest) {
        if (const Result<> rewound = co_await breakOff(appending); !rewound)
            co_return fail(rewound.error());
        co_return fail({.code = ErrorCode::ChecksumMismatch, .message = u"The part does not have that checksum"_s});
    }
    if (const Result<> committed = co_await commit(appending); !committed)
        co_return fail(committed.error());
    if (appending->row.received == appending->row.size) {
        if (const Result<> completed = co_await complete(appending); !completed)
            co_return fail(completed.error());
    }
    co_return Result<Row>(appending->row); // QCoro would move out of an lvalue
}

QCoro::Task<Result<>> UploadsService::complete(std::shared_ptr<Appending> appending)
{
    const UploadId id = appending->row.id;
    const FilesService::Along along = [id](WriteTransaction &transaction, FileId file) {
        return uploads::setFile(transaction.connection(), id, file);
    };
    const Result<protocol::File> file = co_await m_files.add(appending->caller, draftOf(appending->row),
                                                             appending->file, along);
    if (!file)
        co_return fail(file.error());
    appending->row.file = file->id;
    {
        const std::lock_guard lock(m_mutex);
        m_progress.remove(id);
    }
    m_files.released();
    co_return Result<>();
}

} // namespace plexi::services
