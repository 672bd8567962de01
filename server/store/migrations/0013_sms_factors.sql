-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Codes by text message as a second factor. Moments are milliseconds since 1970 UTC.

CREATE TABLE sms_factors (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    phone_number TEXT NOT NULL,             -- E.164: + and digits
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER                    -- NULL: a code was sent and did not come back; asks for nothing yet
);

-- The one code that is good now. Using it deletes the row.
CREATE TABLE sms_codes (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    digest BLOB NOT NULL,                   -- keyed: server/security/secret_box.h
    attempts_left INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

-- Messages of the last hour, which cost money and disturb: what bounds them.
CREATE TABLE sms_sends (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sent_at INTEGER NOT NULL
);

CREATE INDEX sms_sends_by_user ON sms_sends (user_id, sent_at);
