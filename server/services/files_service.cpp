// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/files_service.h"

#include "server/files/content_types.h"
#include "server/files/file_names.h"
#include "server/files/masked_reader.h"
#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/channel_access.h"
#include "server/store/message_index_store.h"
#include "server/store/messages_store.h"
#include "server/store/users_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace blobs = store::blobs;

using protocol::File;
using protocol::ScanStatus;
using store::Connection;
using store::WriteTransaction;
using store::files::Sighting;

namespace {

/** More than any system takes, which is for the name that we make of it. */
constexpr qsizetype kMaxOriginalName = 1'024;

Error fileNotFound()
{
    return Error::notFound(u"File");
}

Error tooLarge(const QString &message, qint64 limit)
{
    return {.code = ErrorCode::PayloadTooLarge, .message = message, .details = {{"limit"_L1, limit}}};
}

/** The channel that the draft names, where the caller may post there. */
Result<std::optional<ChannelId>> channelOf(Connection &connection, const security::Principal &caller,
                                           const FileDraft &draft)
{
    if (!draft.channel)
        return std::optional<ChannelId>();
    const auto channel = memberChannel(connection, *draft.channel, caller);
    if (!channel)
        return fail(channel.error());
    const auto whole = viewedChannel(connection, channel->id, caller.userId);
    if (!whole)
        return fail(whole.error());
    if (whole->archivedAt)
        return fail(channelIsArchived());
    return std::optional(channel->id);
}

Result<> checkLength(const QString &field, const QString &text, qsizetype most)
{
    if (text.toUcs4().size() <= most)
        return {};
    return fail(Error::validation(field, u"Must have at most %1 characters"_s.arg(most)));
}

/** Whether bytes of that status may be handed out; who sent a file has it already. */
Result<> checkScan(const Sighting &sighting, std::optional<UserId> viewer)
{
    if (sighting.file.scanStatus == ScanStatus::Infected)
        return fail(Error::forbidden(u"The file is infected"_s));
    if (sighting.file.scanStatus == ScanStatus::Pending && viewer != sighting.file.uploadedBy)
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"The file has not been scanned yet"_s,
                     .retryAfter = 5});
    return {};
}

} // namespace

Result<> checkDraft(const FileDraft &draft)
{
    if (auto fits = checkLength(u"filename"_s, draft.filename, kMaxOriginalName); !fits)
        return fits;
    return checkLength(u"description"_s, draft.description.value_or(QString()), File::kMaxDescription);
}

FilesService::FilesService(store::Database &database, files::FileStorage &storage, realtime::EventPublisher &publisher,
                           Options options)
    : m_database(database), m_storage(storage), m_publisher(publisher), m_options(options)
{
}

Result<> FilesService::checkQuota(Connection &connection, UserId user, qint64 size) const
{
    if (m_options.quota == 0)
        return {};
    const auto used = store::files::usage(connection, user);
    if (!used)
        return fail(used.error());
    if (*used + size <= m_options.quota)
        return {};
    return fail(tooLarge(u"Your files would take more than the %1 bytes that everybody has"_s.arg(m_options.quota),
                         m_options.quota));
}

Result<std::optional<ChannelId>> FilesService::admit(security::Principal caller, FileDraft draft, qint64 size)
{
    if (size > m_options.maxFileSize)
        return fail(
            tooLarge(u"The file is over the limit of %1 bytes"_s.arg(m_options.maxFileSize), m_options.maxFileSize));
    Connection &connection = m_database.reader();
    auto channel = channelOf(connection, caller, draft);
    if (!channel)
        return channel;
    if (auto fits = checkQuota(connection, caller.userId, draft.isCounted ? 0 : size); !fits)
        return fail(std::move(fits.error()));
    return channel;
}

QCoro::Task<Result<std::shared_ptr<files::IncomingFile>>> FilesService::receive()
{
    // Ids are given out once, by all processes that ever had this data directory.
    return m_storage.receive(u"form_%1"_s.arg(m_database.ids().next()));
}

QCoro::Task<Result<File>> FilesService::add(security::Principal caller, FileDraft draft,
                                            std::shared_ptr<files::IncomingFile> bytes)
{
    return add(std::move(caller), std::move(draft), std::move(bytes), {});
}

QCoro::Task<Result<File>> FilesService::add(security::Principal caller, FileDraft draft,
                                            std::shared_ptr<files::IncomingFile> bytes, Along along)
{
    // Before the bytes are stored: a file that is refused is not to become a blob first.
    if (const auto admitted = admit(caller, draft, bytes->size()); !admitted)
        co_return fail(admitted.error());
    const Result<files::StoredBlob> blob = co_await m_storage.store(std::move(bytes));
    if (!blob)
        co_return fail(blob.error());
    const QString name = files::safeFileName(draft.filename);
    const File file{.id = m_database.ids().next<FileId>(),
                    .filename = name,
                    .originalFilename = draft.filename,
                    .size = blob->size,
                    .contentType = files::contentTypeOf(name, blob->head),
                    .uploadedBy = caller.userId,
                    .uploadedAt = Timestamp::now(),
                    .description = draft.description,
                    .isPublic = draft.isPublic};
    auto job = [this, caller, draft, blob = *blob, file, along](WriteTransaction &transaction) -> Result<> {
        if (auto inserted = insert(transaction, caller, draft, blob, file); !inserted)
            return inserted;
        return along ? along(transaction, file.id) : Result<>();
    };
    const Result<> added = co_await m_database.write(std::move(job));
    if (!added) {
        // The bytes may be nobody's now.
        released();
        co_return fail(added.error());
    }
    if (m_firstStatus == ScanStatus::Pending)
        released();
    // What cannot be found now is found later: the file is there in either case.
    if (m_examiner && m_examiner->isSlow(file.contentType)) {
        released();
    } else if (m_examiner && files::isLegible(blob->head)) {
        [[maybe_unused]] const Result<> examined = co_await m_examiner->examine(blob->sha256);
        released();
    }
    co_return get(caller.userId, file.id);
}

Result<> FilesService::insert(WriteTransaction &transaction, const security::Principal &caller, const FileDraft &draft,
                              const files::StoredBlob &blob, const File &file)
{
    Connection &connection = transaction.connection();
    // Once more: much may have changed while the bytes came.
    const auto channel = channelOf(connection, caller, draft);
    if (!channel)
        return fail(channel.error());
    if (auto fits = checkQuota(connection, caller.userId, draft.isCounted ? 0 : blob.size); !fits)
        return fits;
    File inserted = file;
    inserted.channelId = *channel;
    if (auto known = blobs::add(connection, blob.sha256, blob.size, m_firstStatus); !known)
        return known;
    if (!files::isLegible(blob.head) && !(m_examiner && m_examiner->isSlow(file.contentType))) {
        if (auto marked = blobs::markExamined(connection, blob.sha256, file.uploadedAt); !marked)
            return marked;
    }
    return store::files::insert(connection, inserted, blob.sha256);
}

Result<Sighting> FilesService::sighting(std::optional<UserId> viewer, FileId id)
{
    Connection &connection = m_database.reader();
    auto found = viewer ? store::files::find(connection, id, *viewer) : store::files::findPublic(connection, id);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(fileNotFound());
    return std::move(**found);
}

/** A link outlives much: its viewer may be nobody any more. */
Result<Sighting> FilesService::obtainable(std::optional<UserId> viewer, FileId id)
{
    if (viewer) {
        const auto person = store::users::find(m_database.reader(), *viewer);
        if (!person)
            return fail(person.error());
        if (!*person || !(*person)->isActive)
            return fail(fileNotFound());
    }
    auto found = sighting(viewer, id);
    if (!found)
        return found;
    if (auto clean = checkScan(*found, viewer); !clean)
        return fail(std::move(clean.error()));
    return found;
}

Result<File> FilesService::get(UserId viewer, FileId id)
{
    auto found = sighting(viewer, id);
    if (!found)
        return fail(std::move(found.error()));
    return std::move(found->file);
}

Result<protocol::FilePage> FilesService::list(security::Principal caller, QString channel, std::optional<FileId> before,
                                              qint64 limit)
{
    Connection &connection = m_database.reader();
    const auto access = readableChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    auto found = store::files::inChannel(connection, access->id, before.value_or(store::files::kNewest), limit + 1);
    if (!found)
        return fail(std::move(found.error()));
    const auto count = store::files::countInChannel(connection, access->id);
    if (!count)
        return fail(count.error());
    protocol::FilePage page{.files = std::move(*found), .hasMore = false, .totalCount = *count};
    page.hasMore = page.files.size() > limit;
    if (page.hasMore)
        page.files.resize(limit);
    return page;
}

QCoro::Task<Result<>> FilesService::remove(security::Principal caller, FileId id)
{
    auto job = [this, caller, id](WriteTransaction &transaction) {
        return bury(transaction, caller, id);
    };
    const Result<> removed = co_await m_database.write(std::move(job));
    if (removed)
        released();
    co_return removed;
}

Result<> FilesService::bury(WriteTransaction &transaction, const security::Principal &caller, FileId id)
{
    Connection &connection = transaction.connection();
    const auto found = store::files::find(connection, id, caller.userId);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(fileNotFound());
    const File &file = (*found)->file;
    const bool mayRemove = file.uploadedBy == caller.userId || (*found)->viewerRole == protocol::ChannelRole::Owner
        || caller.can(security::permission::kMessagesModerate);
    if (!mayRemove)
        return fail(Error::forbidden(u"Only who uploaded it, the channel's owner or a moderator may remove a file"_s));
    const auto carriers = store::files::messagesWith(connection, id);
    if (!carriers)
        return fail(carriers.error());
    if (auto removed = store::files::remove(connection, id); !removed)
        return removed;
    for (const MessageId message : *carriers) {
        if (auto told = publishWithout(transaction, message, *file.channelId); !told)
            return told;
    }
    return {};
}

/** A message that has just lost a file is another one from now on. */
Result<> FilesService::publishWithout(WriteTransaction &transaction, MessageId message, ChannelId channel)
{
    Connection &connection = transaction.connection();
    const auto step = store::messages::takeSeq(connection, channel, 1, 0);
    if (!step)
        return fail(step.error());
    if (!*step)
        return {};
    if (auto stamped = store::messages::setSeq(connection, message, (*step)->seq); !stamped)
        return stamped;
    // It may have no file any more, and is not to be found by that.
    if (auto indexed = store::message_index::update(connection, message); !indexed)
        return indexed;
    const auto changed = store::messages::findIn(connection, channel, message);
    if (!changed)
        return fail(changed.error());
    if (*changed)
        publishAfterCommit(transaction, m_publisher,
                           {.event = protocol::MessageUpdated{**changed},
                            .audience = realtime::ChannelAudience{.channelId = channel}});
    return {};
}

QCoro::Task<Result<FileContent>> FilesService::open(std::optional<UserId> viewer, FileId id)
{
    const auto found = obtainable(viewer, id);
    if (!found)
        co_return fail(found.error());
    co_return co_await content(*found, viewer);
}

QCoro::Task<Result<FileContent>> FilesService::openIn(ChannelId channel, FileId id)
{
    const auto found = store::files::findIn(m_database.reader(), id, channel);
    if (!found)
        co_return fail(found.error());
    if (!*found)
        co_return fail(fileNotFound());
    if (auto clean = checkScan(**found, std::nullopt); !clean)
        co_return fail(std::move(clean.error()));
    co_return co_await content(**found, std::nullopt);
}

QCoro::Task<Result<FileContent>> FilesService::content(Sighting found, std::optional<UserId> viewer)
{
    const Result<std::shared_ptr<files::BlobReader>> reader = co_await m_storage.open(found.sha256);
    if (!reader)
        co_return fail(reader.error());
    FileContent content{.reader = *reader,
                        .sha256 = found.sha256,
                        .contentType = found.file.contentType,
                        .filename = found.file.filename};
    // Where a picture was taken is for who took it.
    const auto hidden = blobs::hidden(m_database.reader(), found.sha256);
    if (!hidden)
        co_return fail(hidden.error());
    if (!hidden->isEmpty() && viewer != found.file.uploadedBy) {
        content.reader = std::make_shared<files::MaskedReader>(*reader, *hidden);
        content.sha256 = security::sha256(found.sha256 + "without location");
    }
    co_return content;
}

QCoro::Task<Result<FileContent>> FilesService::openThumbnail(std::optional<UserId> viewer, FileId id,
                                                             blobs::Variant variant)
{
    const auto found = obtainable(viewer, id);
    if (!found)
        co_return fail(found.error());
    const auto preview = blobs::preview(m_database.reader(), found->sha256, variant);
    if (!preview)
        co_return fail(preview.error());
    if (!*preview)
        co_return fail(Error::notFound(u"Thumbnail"));
    const Result<std::shared_ptr<files::BlobReader>> reader = co_await m_storage.open((*preview)->sha256);
    if (!reader)
        co_return fail(reader.error());
    const bool isPng = (*preview)->contentType == "image/png"_L1;
    co_return FileContent{.reader = *reader,
                          .sha256 = (*preview)->sha256,
                          .contentType = (*preview)->contentType,
                          .filename = isPng ? u"thumbnail.png"_s : u"thumbnail.jpg"_s};
}

} // namespace plexi::services
