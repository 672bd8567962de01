// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_scanner.h"

#include "server/store/blobs_store.h"
#include "server/store/files_store.h"

namespace plexi::services {

namespace blobs = store::blobs;

using files::ScanVerdict;
using protocol::ScanStatus;

namespace {

constexpr qint64 kScannedAtOnce = 20;

ScanStatus statusOf(const ScanVerdict &verdict)
{
    switch (verdict.kind) {
    case ScanVerdict::Kind::Clean:
        return ScanStatus::Clean;
    case ScanVerdict::Kind::Infected:
        return ScanStatus::Infected;
    case ScanVerdict::Kind::TooLarge:
        break;
    }
    return ScanStatus::NotScanned;
}

} // namespace

FileScanner::FileScanner(store::Database &database, files::FileStorage &storage, const AuditService &audit,
                         files::Clamd clamd)
    : m_database(database), m_storage(storage), m_audit(audit), m_clamd(std::move(clamd))
{
}

Result<> FileScanner::scanRest(const std::function<bool()> &isStopping)
{
    while (!isStopping()) {
        const auto rest = blobs::unscanned(m_database.reader(), kScannedAtOnce);
        if (!rest)
            return fail(rest.error());
        if (rest->isEmpty())
            break;
        for (const QByteArray &sha256 : *rest) {
            if (auto scanned = scan(sha256, isStopping); !scanned)
                return scanned;
        }
    }
    return {};
}

Result<> FileScanner::scan(const QByteArray &sha256, const std::function<bool()> &isStopping)
{
    const auto reader = m_storage.blobs().open(sha256);
    if (!reader) {
        // Taken away since.
        const auto known = blobs::find(m_database.reader(), sha256);
        return known && !*known ? Result<>() : Result<>(fail(reader.error()));
    }
    const auto verdict = m_clamd.scan(**reader, isStopping);
    return verdict ? keep(sha256, *verdict) : Result<>(fail(verdict.error()));
}

Result<> FileScanner::keep(const QByteArray &sha256, const ScanVerdict &verdict)
{
    return m_database.writeAndWait([&](store::WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        const ScanStatus status = statusOf(verdict);
        const auto finding = status == ScanStatus::Infected ? std::optional(verdict.finding) : std::nullopt;
        if (auto kept = blobs::setScanned(connection, sha256, status, finding, Timestamp::now()); !kept)
            return kept;
        if (status != ScanStatus::Infected)
            return {};
        const auto files = store::files::withContent(connection, sha256);
        if (!files)
            return fail(files.error());
        for (const FileId file : *files) {
            auto told = m_audit.record(transaction, {}, audit_action::kFileInfected, file, verdict.finding);
            if (!told)
                return told;
        }
        return {};
    });
}

} // namespace plexi::services
