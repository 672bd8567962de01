// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_storage.h"
#include "server/files/inspector.h"
#include "server/store/database.h"

namespace plexi::services {

/**
 * Has what is in a new blob looked into by the helper process, and keeps what comes of it: metadata, small pictures, text
 * for search. A blob that breaks the helper has nothing to tell; one that could not be looked into at the moment is
 * looked into later. Thread-safe.
 */
class FileExaminer
{
public:
    /** Larger files are not looked into. */
    static constexpr qint64 kMaxSize = qint64(100) << 20;

    /** The references are not owned and outlive the examiner. */
    FileExaminer(store::Database &database, files::FileStorage &storage, files::Inspector &inspector);

    /** Does nothing where that was done. The calling thread needs an event loop. */
    QCoro::Task<Result<>> examine(QByteArray sha256);
    /** The same for threads that may wait. */
    Result<> examineAndWait(const QByteArray &sha256);
    /** Whether the words of files of this type are found by a command of the administrator's, which may take seconds. */
    bool isSlow(const QString &contentType) const;
    /** All that were not examined yet, until there are none, something fails or @p isStopping. Blocks. */
    Result<> examineRest(const std::function<bool()> &isStopping);

private:
    struct Previews;
    Result<files::Findings> findings(const QByteArray &sha256, const QString &path) const;
    Result<> keep(const QByteArray &sha256, const files::Findings &findings);

    store::Database &m_database;
    files::FileStorage &m_storage;
    files::Inspector &m_inspector;
};

} // namespace plexi::services
