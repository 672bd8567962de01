-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Emoji under messages, and messages that a channel keeps in view.

CREATE TABLE reactions (
    id INTEGER PRIMARY KEY,                     -- grows: who reacted first stands first
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    emoji TEXT NOT NULL,                        -- without spaces
    user_id INTEGER NOT NULL REFERENCES users (id),
    UNIQUE (message_id, emoji, user_id)
);

CREATE INDEX reactions_by_user ON reactions (user_id);

-- How many different emoji: so that the many messages without any cost nothing to read.
ALTER TABLE messages ADD COLUMN emoji_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN pinned_at INTEGER;
ALTER TABLE messages ADD COLUMN pinned_by INTEGER;

CREATE INDEX messages_pinned ON messages (channel_id, id) WHERE pinned_at IS NOT NULL;
