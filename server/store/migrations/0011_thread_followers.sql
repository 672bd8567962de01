-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who follows which thread, and how far they have read in it. Only members follow: who leaves the channel follows nothing
-- there any more.

CREATE TABLE thread_followers (
    root_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    last_read_id INTEGER NOT NULL,              -- a reply: it and those before are read; the root where none is
    unread_count INTEGER NOT NULL DEFAULT 0,    -- others' undeleted replies after that
    active_id INTEGER NOT NULL,                 -- the thread's newest reply, deleted or not; the root where there is none
    PRIMARY KEY (root_id, user_id),
    FOREIGN KEY (channel_id, user_id) REFERENCES members (channel_id, user_id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX thread_followers_by_activity ON thread_followers (user_id, active_id);
CREATE INDEX thread_followers_unread ON thread_followers (user_id, active_id) WHERE unread_count > 0;
CREATE INDEX thread_followers_by_member ON thread_followers (channel_id, user_id);

-- Of the threads that are there already: who began them and who replied follow, and have read everything.
INSERT INTO thread_followers (root_id, user_id, channel_id, last_read_id, active_id)
    SELECT part.root_id, part.user_id, part.channel_id, newest.id, newest.id
    FROM (SELECT thread_id AS root_id, user_id, channel_id FROM messages WHERE thread_id IS NOT NULL AND is_deleted = 0
          UNION SELECT root.id, root.user_id, root.channel_id FROM messages root
          WHERE EXISTS (SELECT 1 FROM messages reply WHERE reply.thread_id = root.id)) part
    JOIN members m ON m.channel_id = part.channel_id AND m.user_id = part.user_id
    JOIN messages root ON root.id = part.root_id AND root.is_deleted = 0
    JOIN (SELECT thread_id, max(id) AS id FROM messages WHERE thread_id IS NOT NULL GROUP BY thread_id) newest
        ON newest.thread_id = part.root_id;
