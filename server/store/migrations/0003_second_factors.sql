-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people sign in with besides their password. Moments are milliseconds since 1970 UTC.

CREATE TABLE totp_factors (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,                   -- sealed: server/security/secret_box.h
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,                   -- NULL: shown, but not proven to be in an authenticator; asks for nothing yet
    last_step INTEGER NOT NULL DEFAULT 0    -- of the last code that was accepted; codes up to it are not good any more
);

CREATE TABLE recovery_codes (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,                -- SHA-256; a code is 80 random bits
    PRIMARY KEY (user_id, code_hash)
) WITHOUT ROWID;

-- Wrong codes, at most those of the last hour that counted: what locks the second factor of an account.
CREATE TABLE second_factor_failures (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    failed_at INTEGER NOT NULL
);

CREATE INDEX second_factor_failures_by_user ON second_factor_failures (user_id, failed_at);

-- Sign-ins whose password was right and that wait for a code: what a temp_token stands for. Using it deletes the row.
CREATE TABLE sign_in_steps (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    password_digest BLOB NOT NULL,          -- SHA-256 of the hash that was matched: another password ends the step
    is_remembered INTEGER NOT NULL,
    attempts_left INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE INDEX sign_in_steps_by_user ON sign_in_steps (user_id);
