-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who people are for OpenID providers. Moments are milliseconds since 1970 UTC.

CREATE TABLE identities (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,                  -- together with the issuer all that counts; names and addresses change hands
    label TEXT NOT NULL,                    -- what the provider called the person, for the person to know it again
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    UNIQUE (issuer, subject)
);

CREATE INDEX identities_by_user ON identities (user_id);
