// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/channel.h"

#include <optional>

/**
 * Who is in which channel, as what. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground. Writes keep the channel's member count.
 */
namespace plexi::store::members {

struct Row {
    UserId userId;
    protocol::ChannelRole role = protocol::ChannelRole::Member;
    Timestamp joinedAt;
};

/** Adds a member whose read marker stands at the channel's newest message. False where the person is in it already. */
Result<bool> add(Connection &connection, ChannelId channel, UserId user, protocol::ChannelRole role,
                 Timestamp joinedAt);
/** False where the person was not in it. */
Result<bool> remove(Connection &connection, ChannelId channel, UserId user);

/** Nothing where the person is no member. */
Result<std::optional<Row>> find(Connection &connection, ChannelId channel, UserId user);
/** From the @p offset-th on, in the order of their ids. */
Result<QList<Row>> list(Connection &connection, ChannelId channel, qint64 limit, qint64 offset);
/** The channels that the person is in, direct ones excepted. */
Result<QList<ChannelId>> channelsOf(Connection &connection, UserId user);
Result<QList<UserId>> ids(Connection &connection, ChannelId channel);

/** The member with that username (lower case), if there is one. */
Result<std::optional<UserId>> findByUsername(Connection &connection, ChannelId channel, const QString &username);
Result<bool> isMember(Connection &connection, ChannelId channel, UserId user);

/** Where a channel has members but no owner, its member of longest standing becomes one, and is returned. */
Result<std::optional<UserId>> ensureOwner(Connection &connection, ChannelId channel);

Result<> setRole(Connection &connection, ChannelId channel, UserId user, protocol::ChannelRole role);
Result<qint64> countOwners(Connection &connection, ChannelId channel);

Result<> setNotificationLevel(Connection &connection, ChannelId channel, UserId user,
                              protocol::NotificationLevel level);

/** Everybody else in the person's channels of at most @p maxMembers members, each once. */
Result<QList<UserId>> peers(Connection &connection, UserId user, qint64 maxMembers);

/** Those of @p users who exist and are active, in their order. */
Result<QList<UserId>> activeUsers(Connection &connection, const QList<UserId> &users);

} // namespace plexi::store::members
