// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/protocol/message.h"

#include <QJsonObject>

#include <optional>

namespace plexi::protocol {

class Schema;

/** Limits of every `limit` parameter (contract, section 2). */
inline constexpr int kDefaultLimit = 50;
inline constexpr int kMaxLimit = 100;

/** One page of a channel's messages, newest first; in the `after_seq` form oldest change first. */
struct MessagePage {
    QList<Message> messages;
    bool hasMore = false;
    /** `before`, `after` and `around`: the oldest id returned, nothing at the end. */
    std::optional<MessageId> nextCursor;
    /** `after_seq`: the last seq returned, where anything was. */
    std::optional<qint64> nextSeq;
    /** `after_seq`: the channel's counter. */
    std::optional<qint64> currentSeq;
    /** `after` and `around`: whether there are newer ones. */
    std::optional<bool> hasNewer;
    /** Exact: the channel's messages that are not deleted, replies in threads not counted. */
    qint64 totalCount = 0;

    /** A page of @p limit out of @p rows, which are newest first and one more than that where there are more. */
    static MessagePage cutFrom(QList<Message> rows, qint64 limit, qint64 totalCount);

    /**
     * As UTF-8. @p list is the last noun of the path: "thread" for the replies of a thread, "messages" for all other
     * pages.
     */
    QByteArray toJson(QLatin1StringView list = QLatin1StringView("messages")) const;
    static Result<MessagePage> fromJson(const QJsonObject &object,
                                        QLatin1StringView list = QLatin1StringView("messages"));
    static Schema schema(QLatin1StringView list = QLatin1StringView("messages"));
};

/** The pagination object of lists with `page` and `limit`. @p page counts from 1. */
QJsonObject pageNumbers(qint64 page, qint64 limit, qint64 totalCount);

} // namespace plexi::protocol
