-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People and what they sign in with. Moments are milliseconds since 1970 UTC; hashes are SHA-256 unless said otherwise.

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,          -- lower case
    email TEXT NOT NULL DEFAULT '',
    email_key TEXT UNIQUE,                  -- lower case; NULL where there is no address
    display_name TEXT NOT NULL,
    search_key TEXT NOT NULL,               -- the display name with its case folded
    password_hash TEXT NOT NULL,            -- Argon2id, PHC string
    is_active INTEGER NOT NULL DEFAULT 1,
    preferences TEXT NOT NULL DEFAULT '{}', -- a JSON object
    created_at INTEGER NOT NULL,
    last_login INTEGER,
    last_seen INTEGER
);

CREATE TABLE user_roles (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'moderator', 'user')),
    PRIMARY KEY (user_id, role)
) WITHOUT ROWID;

CREATE INDEX user_roles_by_role ON user_roles (role);

-- One sign-in on one device. Ending it deletes the row, and with it all that its tokens are good for.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    cookie_hash BLOB NOT NULL UNIQUE,
    refresh_hash BLOB NOT NULL,             -- of the one refresh token that is good now
    is_remembered INTEGER NOT NULL,
    client_address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    authenticated_at INTEGER NOT NULL,      -- when the person last proved who they are
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    key_hash BLOB NOT NULL UNIQUE,
    scopes TEXT NOT NULL,                   -- of read, write and admin, with spaces between
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER
);

CREATE INDEX api_keys_by_user ON api_keys (user_id);
