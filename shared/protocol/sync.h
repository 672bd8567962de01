// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"

#include <QHash>

namespace plexi::protocol {

class Schema;

/** The body of POST /sync: how far the caller has each channel. */
struct SyncRequest {
    /** By an id or a slug, as the caller wrote it: the channel's seq up to which the caller has everything. */
    QHash<QString, qint64> seqs;
    qint64 limit = kDefaultLimit;

    static constexpr qsizetype kMaxChannels = 2000;

    static Result<SyncRequest> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    static Schema schema();
};

/** What happened in one channel. */
struct SyncedChannel {
    /** With the caller's own fields. */
    Channel channel;
    /** What changed since the caller's seq, oldest change first, replies and tombstones included; nothing where isNew. */
    QList<Message> messages;
    /** The caller's next seq. */
    qint64 seq = 0;
    /** The caller named no seq of this channel, or one that it never had: its pages are to be loaded anew. */
    bool isNew = false;
    /** There is more of this channel after @c seq. */
    bool hasMore = false;
};

/** The answer to POST /sync. */
struct SyncPage {
    QList<SyncedChannel> channels;
    /** Of the channels in the request, as they were written: those that the caller may not read (any more). */
    QStringList gone;
    /** There is more, of these channels or of others: ask again with the new seqs. */
    bool hasMore = false;

    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<SyncPage> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
