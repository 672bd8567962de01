// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a member has not read of a channel, as columns of a query that has the channel as c and the member's row of members as
// m; for the stores' sources only. The heads of the migrations 2 and 18 explain the
// subtraction.

#define UNREAD_COUNT                                                                                                   \
    "c.last_ordinal - max(m.read_ordinal, c.expired_ordinals) - m.own_unread"                                          \
    " - (SELECT count(*) FROM messages t WHERE t.channel_id = c.id AND t.thread_id IS NULL AND t.is_deleted = 1"       \
    "    AND t.id > coalesce(m.last_read_message_id, 0))"
#define MENTION_COUNT                                                                                                  \
    "(SELECT count(*) FROM mentions n WHERE n.user_id = m.user_id AND n.channel_id = c.id"                             \
    "    AND n.message_id > coalesce(m.last_read_message_id, 0))"                                                      \
    " + (SELECT count(*) FROM messages a WHERE a.channel_id = c.id AND a.mentions_channel = 1"                         \
    "    AND a.thread_id IS NULL AND a.is_deleted = 0 AND a.id > coalesce(m.last_read_message_id, 0)"                  \
    "    AND a.user_id <> m.user_id)"
