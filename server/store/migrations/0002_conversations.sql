-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Channels, who is in them, and what they said. Moments are milliseconds since 1970 UTC.
--
-- Messages outside threads are numbered 1, 2, 3 … in their channel ("ordinal", never given twice, kept by tombstones).
-- Unread messages are then a subtraction, with no row touched for anybody but the author when a message is posted:
--     unread = last_ordinal - read_ordinal - tombstones after the marker - own_unread

CREATE TABLE channels (
    id INTEGER PRIMARY KEY,
    type INTEGER NOT NULL CHECK (type BETWEEN 0 AND 2),  -- 0 public, 1 private, 2 direct
    slug TEXT UNIQUE,                           -- public channels only; given up when the channel is deleted
    direct_key TEXT UNIQUE,                     -- direct channels only: the ids of its people, ascending, with commas between
    name TEXT NOT NULL,
    topic TEXT NOT NULL DEFAULT '',
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER,                         -- nobody sees it any more; its messages are being removed
    member_count INTEGER NOT NULL DEFAULT 0,
    message_count INTEGER NOT NULL DEFAULT 0,   -- undeleted, replies in threads not counted
    last_seq INTEGER NOT NULL DEFAULT 0,
    last_ordinal INTEGER NOT NULL DEFAULT 0,
    last_message_id INTEGER,                    -- the message with that ordinal
    CHECK ((slug IS NOT NULL) = (type = 0 AND deleted_at IS NULL)),
    CHECK ((direct_key IS NOT NULL) = (type = 2))
);

CREATE INDEX channels_public ON channels (id) WHERE type = 0 AND deleted_at IS NULL;
CREATE INDEX channels_deleted ON channels (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX channels_by_creator ON channels (created_by);

CREATE TABLE members (
    channel_id INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id),
    role INTEGER NOT NULL DEFAULT 0 CHECK (role BETWEEN 0 AND 1),  -- 0 member, 1 owner
    joined_at INTEGER NOT NULL,
    last_read_message_id INTEGER,               -- the read marker; NULL where the channel was empty
    read_ordinal INTEGER NOT NULL DEFAULT 0,    -- the marker's ordinal
    own_unread INTEGER NOT NULL DEFAULT 0,      -- the member's own undeleted messages after the marker
    notification_level INTEGER NOT NULL DEFAULT 0 CHECK (notification_level BETWEEN 0 AND 2),  -- 0 all, 1 mentions, 2 none
    PRIMARY KEY (channel_id, user_id)
) WITHOUT ROWID;

CREATE INDEX members_by_user ON members (user_id, channel_id);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,                     -- given out by the writer: grows in the order of the commits
    channel_id INTEGER NOT NULL REFERENCES channels (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    seq INTEGER NOT NULL,                       -- the channel's counter at the message's last change
    ordinal INTEGER,                            -- NULL for replies in threads
    thread_id INTEGER,                          -- the thread's root, a message of the channel with an ordinal
    reply_to INTEGER,                           -- a message of the channel
    content TEXT NOT NULL,                      -- empty once deleted
    content_type INTEGER NOT NULL DEFAULT 0,    -- 0 text, 1 markdown
    mentions TEXT,                              -- ids of people with spaces between; NULL for none
    mentions_channel INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER,
    is_edited INTEGER NOT NULL DEFAULT 0,
    is_deleted INTEGER NOT NULL DEFAULT 0,
    reply_count INTEGER NOT NULL DEFAULT 0,     -- undeleted replies
    last_reply_at INTEGER,
    client_message_id TEXT,
    CHECK ((ordinal IS NULL) = (thread_id IS NOT NULL))
);

CREATE UNIQUE INDEX messages_by_seq ON messages (channel_id, seq);
-- The pages of a channel. The columns after id let SQLite count, also one author's messages, in the index alone.
CREATE INDEX messages_page ON messages (channel_id, id, user_id, thread_id, is_deleted)
    WHERE thread_id IS NULL AND is_deleted = 0;
CREATE INDEX messages_tombstones ON messages (channel_id, id, thread_id, is_deleted)
    WHERE thread_id IS NULL AND is_deleted = 1;
CREATE INDEX messages_thread ON messages (thread_id, id) WHERE thread_id IS NOT NULL;
CREATE UNIQUE INDEX messages_by_client_id ON messages (user_id, client_message_id) WHERE client_message_id IS NOT NULL;
CREATE INDEX messages_to_channel ON messages (channel_id, id, user_id, mentions_channel, thread_id, is_deleted)
    WHERE mentions_channel = 1 AND thread_id IS NULL AND is_deleted = 0;

-- Who is named in which undeleted message of others, outside threads; what mention_count counts. Those that name the whole
-- channel are not in here, but in messages_to_channel.
CREATE TABLE mentions (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, channel_id, message_id)
) WITHOUT ROWID;

CREATE INDEX mentions_by_message ON mentions (message_id);
