// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace plexi {

struct IncomingWebhookTag {
    static constexpr QLatin1StringView kPrefix{"hook_"};
};
using IncomingWebhookId = Id<IncomingWebhookTag>;

} // namespace plexi

namespace plexi::protocol {

class Schema;

/** A secret address that posts into one channel as a bot. */
struct IncomingWebhook {
    IncomingWebhookId id;
    ChannelId channelId;
    /** Who says what is sent there. */
    UserId botId;
    QString name;
    UserId createdBy;
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt = std::nullopt;
    /** Only in the answer that makes it: the last part of the address. A secret: never log it. */
    std::optional<QString> token = std::nullopt;
    /** Where to send to, with the token. */
    std::optional<QString> url = std::nullopt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** The body of the making of one. */
struct NewIncomingWebhook {
    QString name;
    /** A bot of the caller's own; nothing: one is made. */
    std::optional<UserId> botId = std::nullopt;

    static constexpr qsizetype kMaxName = 80;

    static Result<NewIncomingWebhook> fromJson(const QJsonObject &object);
    static Schema schema();
    /** The body `{name}` of a change. */
    static Result<QString> nameFromJson(const QJsonObject &object);
    static Schema nameSchema();
};

} // namespace plexi::protocol
