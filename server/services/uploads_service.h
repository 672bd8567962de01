// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/files_service.h"
#include "server/store/uploads_store.h"

#include <mutex>

namespace plexi::services {

/**
 * Uploads that go on where they were broken off: what tus 1.0.0 (https://tus.io/protocols/resumable-upload) asks of a
 * server, without its HTTP. What was said to be received is on disk for good, and no more is believed after a restart.
 * Thread-safe. Coroutines need an event loop on the calling thread and resume there.
 *
 * Errors: NotFound for another person's upload, Gone for one that has ended or expired, Conflict for an offset that is
 * not the upload's or while another request appends; else as FilesService.
 */
class UploadsService
{
public:
    /** How long an upload waits for its next part. */
    static constexpr int kLifeSeconds = 24 * 3600;
    /** Bytes of one part. */
    static constexpr qint64 kMaxChunk = qint64(8) << 20;

    struct Checksum {
        security::RunningDigest::Algorithm algorithm = security::RunningDigest::Algorithm::Sha256;
        QByteArray digest;
    };

    /** One request's part of an upload, while it comes. Nobody else appends as long as it is there. */
    class Appending;

    /** @p files is not owned and outlives the service. @p clock: for tests. */
    UploadsService(store::Database &database, FilesService &files, std::function<Timestamp()> clock = Timestamp::now);
    ~UploadsService();

    /** @p metadata: as the client wrote it. */
    QCoro::Task<Result<store::uploads::Row>> create(security::Principal caller, FileDraft draft, QString metadata,
                                                    qint64 size);
    /** How far it is. One that is whole and was not made a file before a crash becomes one now. */
    QCoro::Task<Result<store::uploads::Row>> find(security::Principal caller, UploadId id);
    QCoro::Task<Result<>> end(security::Principal caller, UploadId id);

    /**
     * Begins to append at @p offset. @p stop is called, on any thread, when another request wants to: who lost the
     * connection comes back before the server knows of it.
     */
    QCoro::Task<Result<std::shared_ptr<Appending>>> append(security::Principal caller, UploadId id, qint64 offset,
                                                           std::optional<Checksum> checksum,
                                                           std::function<void()> stop);
    /** PayloadTooLarge where it would become longer than it was said to be. */
    QCoro::Task<Result<>> write(std::shared_ptr<Appending> appending, QByteArray bytes);
    /** The part is whole: checks it (ChecksumMismatch: it is not kept), and makes a whole upload a file. */
    QCoro::Task<Result<store::uploads::Row>> finish(std::shared_ptr<Appending> appending);
    /** It broke off: what came is kept, where no checksum stands behind it. */
    QCoro::Task<Result<>> breakOff(std::shared_ptr<Appending> appending);
    /**
     * To be called after either of them, before anybody is answered: others may append from now on. (That @p appending
     * goes is too late: a coroutine's frame, and what it was given, outlives what its caller does next.)
     */
    void release(const std::shared_ptr<Appending> &appending);

    qint64 maxSize() const { return m_files.options().maxFileSize; }

private:
    Result<store::uploads::Row> openUpload(const security::Principal &caller, UploadId id);
    QCoro::Task<Result<>> open(std::shared_ptr<Appending> appending, qint64 offset,
                               files::IncomingFile::Progress known);
    QCoro::Task<Result<>> commit(std::shared_ptr<Appending> appending);
    QCoro::Task<Result<>> complete(std::shared_ptr<Appending> appending);

    /** What is known of an upload between its parts, so that they need not be read again. */
    static constexpr qsizetype kMaxRemembered = 1'000;

    store::Database &m_database;
    FilesService &m_files;
    const std::function<Timestamp()> m_clock;
    std::mutex m_mutex;
    QHash<UploadId, std::weak_ptr<Appending>> m_appending;
    QHash<UploadId, files::IncomingFile::Progress> m_progress;
};

} // namespace plexi::services
