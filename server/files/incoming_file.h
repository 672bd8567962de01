// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/running_digest.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace plexi::files {

/** How far an incoming file has come, for whoever goes on with it later. */
struct IncomingProgress {
    qint64 size = 0;
    security::RunningDigest digest = security::RunningDigest();
    QByteArray head = {};
};

/**
 * A file that is on its way in, written from beginning to end under a name of its own and hashed meanwhile. Used by one
 * thread at a time. Everything blocks; fails with ServiceUnavailable where the disk is full or broken.
 */
class IncomingFile
{
public:
    using Progress = IncomingProgress;

    /** What becomes of the file where it is neither put into the store nor kept. */
    enum class Fate { Removed, Kept };

    /**
     * Makes the file, or goes on behind its first @p received bytes. They are read again for the digest, where @p known
     * is not of just as many.
     */
    static Result<std::shared_ptr<IncomingFile>> open(const QString &path, Fate fate, qint64 received = 0,
                                                      const Progress &known = {});
    ~IncomingFile();
    Q_DISABLE_COPY_MOVE(IncomingFile)

    /** Bytes that are worth collecting before append(): each way to the disk costs as much as copying so many. */
    static constexpr qsizetype kGoodPart = qsizetype(256) * 1024;

    Result<> append(QByteArrayView bytes);
    /** Everything up to here is on disk for good once this returns. */
    Result<> sync();
    /** Nothing is written any more; another may move the file. */
    void close() { m_file.close(); }
    /** Takes back what was appended since progress() was @p earlier. */
    Result<> rewind(const Progress &earlier);

    const Progress &progress() const { return m_progress; }
    qint64 size() const { return m_progress.size; }
    Fate fate() const { return m_fate; }
    QByteArray sha256() const { return m_progress.digest.result(); }
    QString path() const { return m_file.fileName(); }
    /** At most kHead of its first bytes. */
    const QByteArray &head() const { return m_progress.head; }

    /** How much head() keeps. */
    static constexpr qsizetype kHead = qsizetype(16) * 1024;

private:
    IncomingFile(const QString &path, Fate fate) : m_file(path), m_fate(fate) { }
    Error unwritable() const;
    void take(QByteArrayView bytes);

    QFile m_file;
    const Fate m_fate;
    Progress m_progress;
};

} // namespace plexi::files
