// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

namespace plexi::app::cache {

/** A file that a person attached and that may not be on the server yet. */
struct UploadItem {
    QString id = {};
    ChannelId channel = {};
    /** The root of the thread it goes into, or null. */
    MessageId thread = {};
    /** The OutboxItem::id of the message it goes with; empty while that is being written. */
    QString message = {};
    /** Where the file is; empty where @c content has its bytes, as for a picture from the clipboard. */
    QString path = {};
    QByteArray content = {};
    QString name = {};
    /** Bytes. */
    qint64 size = 0;
    /** When the file was last changed, milliseconds since the epoch; another time means another file. */
    qint64 changedAt = 0;
    /** The server's name for it while it comes; null before it was begun. */
    UploadId upload = {};
    /** Null until all of it is there. */
    FileId file = {};
    bool isPaused = false;
    /** Why it cannot be sent, for people. */
    std::optional<QString> fault = {};

    friend bool operator==(const UploadItem &, const UploadItem &) = default;
};

/** In the order in which they were attached. */
Result<QList<UploadItem>> readUploads(Database &database);
/** One with the same id keeps its place and its bytes. */
Result<> writeUpload(Database &database, const UploadItem &item);
Result<> removeUpload(Database &database, const QString &id);

} // namespace plexi::app::cache
