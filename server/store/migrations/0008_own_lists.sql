-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people keep for themselves (favourite channels, bookmarks), archived channels, and what messages said before.

ALTER TABLE channels ADD COLUMN archived_at INTEGER;        -- still readable, but nothing is said there any more

ALTER TABLE members ADD COLUMN favorite_position INTEGER;   -- 0, 1, 2 … in the member's own order; NULL for no favourite

CREATE INDEX members_favorites ON members (user_id, favorite_position) WHERE favorite_position IS NOT NULL;

CREATE TABLE bookmarks (
    user_id INTEGER NOT NULL REFERENCES users (id),
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, message_id)
) WITHOUT ROWID;

CREATE INDEX bookmarks_by_message ON bookmarks (message_id);

-- What an undeleted message said before each of its edits; the newest ones only.
CREATE TABLE message_versions (
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,                               -- 1, 2, 3 …
    content TEXT NOT NULL,
    content_type INTEGER NOT NULL,                          -- as in messages
    written_at INTEGER NOT NULL,
    PRIMARY KEY (message_id, version)
) WITHOUT ROWID;
