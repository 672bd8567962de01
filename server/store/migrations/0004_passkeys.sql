-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Passkeys (Web Authentication). Moments are milliseconds since 1970 UTC.

CREATE TABLE passkeys (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    credential_id BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,               -- COSE_Key
    sign_count INTEGER NOT NULL,            -- 0 from authenticators that do not count
    name TEXT NOT NULL,
    is_backed_up INTEGER NOT NULL,          -- it is on several devices of the person
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
);

CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- Challenges that were answered, until their time is over anyway: none is answered twice.
CREATE TABLE used_challenges (
    digest BLOB PRIMARY KEY,                -- SHA-256
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX used_challenges_by_end ON used_challenges (expires_at);
