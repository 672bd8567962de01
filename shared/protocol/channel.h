// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>

#include <optional>

namespace plexi::protocol {

class Schema;

enum class ChannelType { Public, Private, Direct };
enum class NotificationLevel { All, Mentions, None };
/** A member's role in one channel. The creator is its first owner. */
enum class ChannelRole { Member, Owner };

QLatin1StringView channelTypeName(ChannelType type);
std::optional<ChannelType> channelTypeFromName(QStringView name);
QLatin1StringView notificationLevelName(NotificationLevel level);
std::optional<NotificationLevel> notificationLevelFromName(QStringView name);
QLatin1StringView channelRoleName(ChannelRole role);
std::optional<ChannelRole> channelRoleFromName(QStringView name);

/** A place where people talk. */
struct Channel {
    ChannelId id;
    /** Public channels only. */
    std::optional<QString> slug;
    /** Empty for a direct channel, whose name is its people's: the client composes it. */
    QString name;
    ChannelType type = ChannelType::Public;
    QString topic;
    std::optional<UserId> createdBy;
    Timestamp createdAt;
    qint64 memberCount = 0;
    /** The channel's last change; see the contract's section 2, "Sync without gaps". */
    qint64 seq = 0;
    /** Since when it can only be read. */
    std::optional<Timestamp> archivedAt = std::nullopt;
    /** Days after which messages are removed; nothing: as the server has it for all, 0: they stay for ever. */
    std::optional<qint64> retentionDays = std::nullopt;
    /** Messages up to this one, and the threads that they begin, are gone because of their age. */
    std::optional<MessageId> expiredThrough = std::nullopt;

    /** What depends on who looks; left out of frames, which are the same for everybody. */
    struct Viewer {
        bool isMember = false;
        qint64 unreadCount = 0;
        qint64 mentionCount = 0;
        std::optional<MessageId> lastReadMessageId;
        NotificationLevel notificationLevel = NotificationLevel::All;
        /** Counts from 0, in the viewer's own order; nothing where it is no favourite. */
        std::optional<qint64> favoritePosition = std::nullopt;
    };
    std::optional<Viewer> viewer;
    /** Direct channels: who is in it. Others leave it empty. */
    QList<UserId> memberIds;

    QJsonObject toJson() const;
    static Result<Channel> fromJson(const QJsonObject &object);
    static Schema schema();

    static constexpr qsizetype kMaxName = 80;
    static constexpr qsizetype kMaxTopic = 500;
    static constexpr qint64 kMaxRetentionDays = 36'500;
};

/** The body of POST /channels, checked for types and lengths. Direct channels are not made this way. */
struct NewChannel {
    QString name;
    ChannelType type = ChannelType::Public;
    QString topic;
    std::optional<QString> slug;

    static Result<NewChannel> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    static Schema schema();
};

/** The body of PUT /channels/{id}: only what is there is changed. */
struct ChannelChange {
    std::optional<QString> name;
    std::optional<QString> topic;
    std::optional<QString> slug;

    static Result<ChannelChange> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    static Schema schema();
};

/** The body `{days}` of PUT /channels/{id}/retention; see Channel::retentionDays. */
struct RetentionChange {
    std::optional<qint64> days;

    static Result<RetentionChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body `{user_ids}` of POST /channels/direct and POST /channels/{id}/members. */
struct PeopleList {
    /** Each once, in their order; at least one. */
    QList<UserId> userIds;

    static constexpr qsizetype kMaxPeople = 1000;

    static Result<PeopleList> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
