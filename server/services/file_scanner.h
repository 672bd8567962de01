// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/clamd.h"
#include "server/files/file_storage.h"
#include "server/services/audit_service.h"
#include "server/store/database.h"

namespace plexi::services {

/**
 * Has new blobs looked at by the virus scanner. Until then they are pending; what is infected stays where it is, can be
 * had by nobody (FilesService), and is written to the audit log. A scanner that does not answer is asked again later.
 */
class FileScanner
{
public:
    /** The references are not owned and outlive the scanner. */
    FileScanner(store::Database &database, files::FileStorage &storage, const AuditService &audit, files::Clamd clamd);

    /** All that wait, until there are none, something fails or @p isStopping. Blocks. */
    Result<> scanRest(const std::function<bool()> &isStopping);

private:
    Result<> scan(const QByteArray &sha256, const std::function<bool()> &isStopping);
    Result<> keep(const QByteArray &sha256, const files::ScanVerdict &verdict);

    store::Database &m_database;
    files::FileStorage &m_storage;
    const AuditService &m_audit;
    const files::Clamd m_clamd;
};

} // namespace plexi::services
