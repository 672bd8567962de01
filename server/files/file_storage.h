// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_pins.h"
#include "server/files/blob_store.h"
#include "server/files/incoming_file.h"
#include "server/workers/worker_pool.h"

#include <QString>

#include <memory>

namespace plexi::files {

/** Bytes that have just been stored, and are kept until the database refers to them. */
struct StoredBlob {
    QByteArray sha256;
    qint64 size = 0;
    /** The first bytes, IncomingFile::kHead of them at most. */
    QByteArray head;
    std::shared_ptr<BlobPins::Pin> pin;
};

/**
 * Where files are: those that come in, in a folder of the data directory, and the blobs, wherever their store keeps them.
 * Coroutines do their work on threads that may wait for a disk or another machine, and resume on the caller's, which needs an event loop.
 * Thread-safe; each file and reader is used by one caller at a time.
 */
class FileStorage
{
public:
    /**
     * @p folder exists or can be made, for files that come in. Sent to by rename where @p store is local. While
     * @p commits (how many there were on the same disk so far) grows, what comes in takes half of its time at most.
     */
    FileStorage(QString folder, std::unique_ptr<BlobStore> store, std::function<quint64()> commits = {});

    /** Makes the folder, and looks whether the store can be used. Blocks. */
    Result<> prepare() const;
    /** Work that waits for another machine is given up with ServiceUnavailable, from now on. */
    void stop() { m_store->stop(); }

    /** A new incoming file of a name that was never used before; it goes with the object. */
    QCoro::Task<Result<std::shared_ptr<IncomingFile>>> receive(QString name);
    /** One that stays when the object goes, behind its first @p received bytes. @p known as IncomingFile::open has it. */
    QCoro::Task<Result<std::shared_ptr<IncomingFile>>> resume(QString name, qint64 received,
                                                              IncomingFile::Progress known);
    QCoro::Task<Result<>> append(std::shared_ptr<IncomingFile> file, QByteArray bytes);
    QCoro::Task<Result<>> sync(std::shared_ptr<IncomingFile> file);
    QCoro::Task<Result<>> rewind(std::shared_ptr<IncomingFile> file, IncomingFile::Progress earlier);
    /** Makes the whole file a blob. */
    QCoro::Task<Result<StoredBlob>> store(std::shared_ptr<IncomingFile> file);
    /** The same for bytes that are in memory; @p name as for receive(). */
    QCoro::Task<Result<StoredBlob>> store(QString name, QByteArray bytes);

    QCoro::Task<Result<std::shared_ptr<BlobReader>>> open(QByteArray sha256);
    QCoro::Task<Result<QByteArray>> read(std::shared_ptr<BlobReader> reader, qint64 offset, qint64 length);

    // What follows blocks.

    /** Where other programs can read the blob, as long as the path is held: its own place, or a copy. */
    Result<std::shared_ptr<const QString>> localPath(const QByteArray &sha256);
    Result<StoredBlob> storeAndWait(const std::shared_ptr<IncomingFile> &file);
    QString incomingPath(const QString &name) const { return m_folder + u'/' + name; }
    /** Names of all incoming files. */
    QStringList incoming() const;
    void removeIncoming(const QString &name) const;

    BlobStore &blobs() { return *m_store; }
    BlobPins &pins() { return m_pins; }
    workers::WorkerPool &pool() { return m_pool; }

private:
    const QString m_folder;
    std::unique_ptr<BlobStore> m_store;
    BlobPins m_pins;
    workers::WorkerPool m_pool;
    /** Takes what comes in. One thread that gives way: files are to slow nobody's messages, on the processors or the disk. */
    workers::WorkerPool m_incoming;
};

} // namespace plexi::files
