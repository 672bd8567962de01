-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What lets a newcomer make an account. Moments are milliseconds since 1970 UTC.

CREATE TABLE invites (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,              -- as it is handed on; to be shown again to who made it, so not hashed
    created_by INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    max_uses INTEGER,                       -- NULL: any number
    uses INTEGER NOT NULL DEFAULT 0,
    CHECK (max_uses IS NULL OR uses <= max_uses)
);

CREATE INDEX invites_by_maker ON invites (created_by, id);
