// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/unread_store.h"

#include "server/store/rows.h"
#include "server/store/unread_columns.h"

namespace plexi::store::unread {

Result<QList<protocol::UnreadChannel>> channels(Connection &connection, UserId member)
{
    const auto query = connection.run(
        "SELECT c.id, m.notification_level, m.last_read_message_id, " UNREAD_COUNT ", " MENTION_COUNT ","
        " (SELECT x.id FROM messages x WHERE x.channel_id = c.id AND x.thread_id IS NULL AND x.is_deleted = 0"
        "   AND x.id > coalesce(m.last_read_message_id, 0) AND x.user_id <> m.user_id ORDER BY x.id LIMIT 1)"
        " FROM members m JOIN channels c ON c.id = m.channel_id"
        " WHERE m.user_id = ? AND c.last_ordinal > m.read_ordinal + m.own_unread AND c.deleted_at IS NULL ORDER BY c.id",
        {member.value()});
    if (!query)
        return fail(query.error());
    QList<protocol::UnreadChannel> found;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        // What came since may all have been deleted.
        if (integer(row, 3) == 0)
            continue;
        found.append({.channelId = ChannelId(integer(row, 0)),
                      .notificationLevel = static_cast<protocol::NotificationLevel>(integer(row, 1)),
                      .lastReadMessageId = optionalId<MessageId>(row, 2),
                      .firstUnreadMessageId = optionalId<MessageId>(row, 5),
                      .unreadCount = integer(row, 3),
                      .mentionCount = integer(row, 4)});
    }
    (*query)->finish();
    return found;
}

} // namespace plexi::store::unread
