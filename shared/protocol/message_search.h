// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"

namespace plexi::protocol {

class Schema;

/** A part of a message's content that was looked for. Counted in Unicode code points, as the content's length is. */
struct Highlight {
    qint64 start = 0;
    qint64 length = 0;
    QString text;

    friend bool operator==(const Highlight &, const Highlight &) = default;
};

/** A message that a search has found. */
struct FoundMessage {
    Message message;
    /** In order, not touching each other. */
    QList<Highlight> highlights;
    /** A part of the content, as it is, that begins at its code point @c snippetStart. */
    QString snippet;
    qint64 snippetStart = 0;
};

enum class SearchOrder { Date, Relevance };

QLatin1StringView searchOrderName(SearchOrder order);

/** The answer to GET /messages/search. */
struct SearchPage {
    QList<FoundMessage> messages;
    SearchOrder order = SearchOrder::Date;
    qint64 page = 1;
    qint64 limit = kDefaultLimit;
    /** Nothing where there are more than kMaxCounted. */
    std::optional<qint64> totalCount;
    bool hasMore = false;
    /** By date, where there is more: goes on as `before`. */
    std::optional<MessageId> nextCursor;
    /** False while the server still indexes messages of an older database. */
    bool isComplete = true;

    /** So many of the newest that answer are counted, and ordered by relevance. */
    static constexpr qint64 kMaxCounted = 1000;

    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<SearchPage> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
