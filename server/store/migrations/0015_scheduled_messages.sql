-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Messages that wait for their time. A row is removed in the transaction that makes it a message. Moments are milliseconds
-- since 1970 UTC.

CREATE TABLE scheduled_messages (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,    -- may be gone when the time comes: then the message fails, and its author sees that
    content TEXT NOT NULL,
    content_type INTEGER NOT NULL,  -- as in messages
    mentions TEXT,                  -- ids of people named beside the content, with spaces between; NULL for none
    thread_id INTEGER,
    reply_to INTEGER,
    client_message_id TEXT,
    send_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    failure_code TEXT,              -- why it could not be sent; NULL while it waits
    failure_message TEXT,
    CHECK ((failure_code IS NULL) = (failure_message IS NULL))
);

CREATE INDEX scheduled_messages_waiting ON scheduled_messages (send_at) WHERE failure_code IS NULL;
CREATE INDEX scheduled_messages_by_user ON scheduled_messages (user_id, send_at, id);
CREATE UNIQUE INDEX scheduled_messages_by_client_id ON scheduled_messages (user_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
