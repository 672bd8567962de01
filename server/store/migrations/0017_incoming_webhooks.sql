-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Secret addresses that post into a channel as a bot.

CREATE TABLE incoming_webhooks (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
    bot_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,            -- SHA-256
    owns_bot INTEGER NOT NULL,                  -- the bot was made for it, and stops with it
    created_by INTEGER NOT NULL,
    created_at INTEGER NOT NULL,                -- milliseconds since 1970 UTC
    last_used_at INTEGER
);

CREATE INDEX incoming_webhooks_by_channel ON incoming_webhooks (channel_id, id);
CREATE INDEX incoming_webhooks_by_bot ON incoming_webhooks (bot_id);
