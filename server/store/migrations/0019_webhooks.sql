-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Addresses that are told of events, and what they are to be told: written in the transaction of the event itself, so that
-- nothing is lost and nothing is told that did not happen. Moments are milliseconds since 1970 UTC.

CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER REFERENCES channels (id) ON DELETE CASCADE,  -- NULL: all public channels
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret BLOB NOT NULL,                       -- what deliveries are signed with, sealed: server/security/secret_box.h
    events TEXT NOT NULL,                       -- names of frames with spaces between
    is_active INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    failing_since INTEGER,                      -- the first failure since the last success
    disabled_at INTEGER                         -- since when it is not active because it failed for long
);

CREATE INDEX webhooks_by_channel ON webhooks (channel_id, id);

CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY,
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    payload BLOB NOT NULL,                      -- the body as it is sent, and sent again
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),     -- 0 waiting, 1 delivered, 2 given up
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    response_status INTEGER,                    -- of the last attempt; NULL where there was no answer
    fault TEXT                                  -- why the last attempt failed
);

CREATE INDEX webhook_deliveries_log ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (webhook_id, next_attempt_at) WHERE state = 0;
