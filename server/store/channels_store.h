// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/channel.h"

#include <optional>

/**
 * Rows of channels. Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run
 * does and on no other ground. "Visible" means: public, or the viewer is a member; deleted channels are visible to nobody.
 * Where a channel is not visible there is no row, so that the query is the permission check.
 */
namespace plexi::store::channels {

/** What most requests need to know of a channel before they do something in it. */
struct Access {
    ChannelId id;
    protocol::ChannelType type = protocol::ChannelType::Public;
    /** The viewer's role; nothing where the viewer is no member. */
    std::optional<protocol::ChannelRole> role;
    qint64 memberCount = 0;
    /** Undeleted messages outside threads. */
    qint64 messageCount = 0;
    qint64 seq = 0;

    bool isMember() const { return role.has_value(); }
    bool isOwner() const { return role == protocol::ChannelRole::Owner; }
};

/** @p name is an id or a slug. Nothing where that channel is not visible to @p viewer. */
Result<std::optional<Access>> access(Connection &connection, const QString &name, UserId viewer);
Result<std::optional<Access>> access(Connection &connection, ChannelId id, UserId viewer);

/** How far a channel has come. */
struct Progress {
    ChannelId id;
    qint64 seq = 0;
};
/** The channels that the person is in, by id. */
Result<QList<Progress>> progress(Connection &connection, UserId member);

/** The id of @p name where it is an id or the slug of a channel; says nothing of whether the viewer may see it. */
Result<std::optional<ChannelId>> resolve(Connection &connection, const QString &name);

/** The channel with the viewer's own fields, or nothing where it is not visible. */
Result<std::optional<protocol::Channel>> find(Connection &connection, ChannelId id, UserId viewer);

/** The channel without viewer fields, whoever asks: for events. Nothing where it does not exist or was deleted. */
Result<std::optional<protocol::Channel>> findForEvent(Connection &connection, ChannelId id);

/** The visible channels from the @p offset-th on, oldest first, with the viewer's own fields. */
Result<QList<protocol::Channel>> list(Connection &connection, UserId viewer, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection, UserId viewer);

/** Adds the row of @p channel with counters at zero. @p channel.memberIds make a direct channel's key. Conflict: slug taken. */
Result<> insert(Connection &connection, const protocol::Channel &channel);

Result<bool> isSlugTaken(Connection &connection, const QString &slug);

/** The direct channel of exactly these people, in any order. */
Result<std::optional<ChannelId>> findDirect(Connection &connection, const QList<UserId> &people);

/** Writes name, topic and slug. Conflict: slug taken. */
Result<> update(Connection &connection, ChannelId id, const QString &name, const QString &topic,
                const std::optional<QString> &slug);

/** Since when the channel is archived; nothing takes it back. */
Result<> setArchived(Connection &connection, ChannelId id, std::optional<Timestamp> moment);

/** Hides the channel from everybody and ends all memberships; its messages go with purge(). */
Result<> markDeleted(Connection &connection, ChannelId id, Timestamp moment);

/** Removes at most @p limit messages of a deleted channel, newest first, and the channel itself after the last one; true
 *  once nothing is left. In steps, since a large channel at once would keep the writer from everybody else. */
Result<bool> purge(Connection &connection, ChannelId id, qint64 limit);
/** Deleted channels whose rows are still there. */
Result<QList<ChannelId>> deleted(Connection &connection);

} // namespace plexi::store::channels
