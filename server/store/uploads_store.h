// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Resumable uploads. Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run
 * does and on no other ground.
 */
namespace plexi::store::uploads {

struct Row {
    UploadId id;
    UserId user;
    std::optional<ChannelId> channel = std::nullopt;
    /** As it was sent. */
    QString filename;
    std::optional<QString> description = std::nullopt;
    bool isPublic = false;
    /** `Upload-Metadata` as it was sent. */
    QString metadata = {};
    qint64 size = 0;
    /** Bytes that are on disk for good. */
    qint64 received = 0;
    /** What became of it. */
    std::optional<FileId> file = std::nullopt;
    /** Given up by its owner. */
    bool isEnded = false;
    Timestamp createdAt;
    Timestamp expiresAt;
};

/** Nothing for another person's. */
Result<std::optional<Row>> find(Connection &connection, UploadId id, UserId user);
Result<> insert(Connection &connection, const Row &row);
Result<> setReceived(Connection &connection, UploadId id, qint64 received, Timestamp expiresAt);
Result<> setFile(Connection &connection, UploadId id, FileId file);
Result<> end(Connection &connection, UploadId id);

/** Those that can never be finished: given up, finished, or expired at @p moment; their bytes are of no use. */
Result<QList<UploadId>> spent(Connection &connection, Timestamp moment);
/** Those whose bytes may still be of use at @p moment. */
Result<QList<UploadId>> open(Connection &connection, Timestamp moment);
/** Whether there are some that expired before @p moment, and forgetting them. */
Result<bool> hasExpired(Connection &connection, Timestamp moment);
Result<> forget(Connection &connection, Timestamp moment);

} // namespace plexi::store::uploads
