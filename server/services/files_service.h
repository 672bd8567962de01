// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_storage.h"
#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/file_examiner.h"
#include "server/store/blobs_store.h"
#include "server/store/files_store.h"
#include "shared/protocol/file.h"

#include <functional>
#include <optional>

namespace plexi::services {

/** What is said of a file, beside its bytes. */
struct FileDraft {
    /** As the sender calls it. */
    QString filename;
    /** An id or a slug; nothing: the file is its uploader's until it is sent. */
    std::optional<QString> channel = std::nullopt;
    std::optional<QString> description = std::nullopt;
    bool isPublic = false;
    /** Whether the person's quota counts its size already. */
    bool isCounted = false;
};

/** ValidationError where a field is too long. */
Result<> checkDraft(const FileDraft &draft);

/** A file's bytes, or its thumbnail's, for whoever may have them. */
struct FileContent {
    std::shared_ptr<files::BlobReader> reader;
    /** Differs where the bytes do. */
    QByteArray sha256;
    QString contentType;
    QString filename;
};

/**
 * What people attach (contract, sections 1, 4 and 9). A file belongs to a channel, whose readers may have it, or to who
 * uploaded it until it is sent; to everybody else it does not exist. Thread-safe. Coroutines need an event loop on the
 * calling thread and resume there, once the change is on disk.
 *
 * Errors: NotFound for what the caller may not see, InsufficientPermissions for what it may only see, PayloadTooLarge
 * where a limit or the person's quota is reached, ServiceUnavailable where the disk fails.
 */
class FilesService
{
public:
    struct Options {
        /** Bytes of one file. */
        qint64 maxFileSize = qint64(2) << 30;
        /** Bytes of all files of one person; 0: any. */
        qint64 quota = 0;
    };

    /** The references are not owned and outlive the service. */
    FilesService(store::Database &database, files::FileStorage &storage, realtime::EventPublisher &publisher,
                 Options options);

    /** Before use: called after what may have made stored bytes unneeded, and where something waits to be found in new ones. */
    void onReleased(std::function<void()> callback) { m_released = std::move(callback); }
    /** For others who do so. */
    void released() const
    {
        if (m_released)
            m_released();
    }
    /** Before use: who looks into new files; without it nobody does. Not owned; outlives the service. */
    void setExaminer(FileExaminer *examiner) { m_examiner = examiner; }
    /** What a new blob is to be before it can be had: pending where there is a scanner. */
    void setFirstStatus(protocol::ScanStatus status) { m_firstStatus = status; }

    const Options &options() const { return m_options; }

    /** Whether a file of @p size bytes could be added now; the channel's id where one is named. */
    Result<std::optional<ChannelId>> admit(security::Principal caller, FileDraft draft, qint64 size);
    /** A file to receive bytes in. */
    QCoro::Task<Result<std::shared_ptr<files::IncomingFile>>> receive();
    /** Adds the file, with the whole of its bytes. */
    QCoro::Task<Result<protocol::File>> add(security::Principal caller, FileDraft draft,
                                            std::shared_ptr<files::IncomingFile> bytes);
    /** The same, with what else is to happen in the transaction. */
    using Along = std::function<Result<>(store::WriteTransaction &transaction, FileId file)>;
    QCoro::Task<Result<protocol::File>> add(security::Principal caller, FileDraft draft,
                                            std::shared_ptr<files::IncomingFile> bytes, Along along);

    Result<protocol::File> get(UserId viewer, FileId id);
    Result<protocol::FilePage> list(security::Principal caller, QString channel, std::optional<FileId> before,
                                    qint64 limit);
    /** By who uploaded it, the channel's owner or a moderator. Messages that carry it lose it. */
    QCoro::Task<Result<>> remove(security::Principal caller, FileId id);

    /** @p viewer: nothing for anybody, who may have what is public. InsufficientPermissions where it is infected. */
    QCoro::Task<Result<FileContent>> open(std::optional<UserId> viewer, FileId id);
    /** A file of @p channel as its members have it, for who may have all of that. The same errors. */
    QCoro::Task<Result<FileContent>> openIn(ChannelId channel, FileId id);
    QCoro::Task<Result<FileContent>> openThumbnail(std::optional<UserId> viewer, FileId id,
                                                   store::blobs::Variant variant);

    files::FileStorage &storage() { return m_storage; }

private:
    Result<store::files::Sighting> sighting(std::optional<UserId> viewer, FileId id);
    QCoro::Task<Result<FileContent>> content(store::files::Sighting found, std::optional<UserId> viewer);
    Result<store::files::Sighting> obtainable(std::optional<UserId> viewer, FileId id);
    Result<> checkQuota(store::Connection &connection, UserId user, qint64 size) const;
    Result<> insert(store::WriteTransaction &transaction, const security::Principal &caller, const FileDraft &draft,
                    const files::StoredBlob &blob, const protocol::File &file);
    Result<> bury(store::WriteTransaction &transaction, const security::Principal &caller, FileId id);
    Result<> publishWithout(store::WriteTransaction &transaction, MessageId message, ChannelId channel);

    store::Database &m_database;
    files::FileStorage &m_storage;
    realtime::EventPublisher &m_publisher;
    const Options m_options;
    std::function<void()> m_released;
    FileExaminer *m_examiner = nullptr;
    protocol::ScanStatus m_firstStatus = protocol::ScanStatus::NotScanned;
};

} // namespace plexi::services
