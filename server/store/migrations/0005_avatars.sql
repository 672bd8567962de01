-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People's pictures, as they are served: small enough to live and be backed up with the rest.

CREATE TABLE avatars (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL
);

-- Beginning of the picture's SHA-256, in hexadecimal; NULL for none. Stands in its address, so that a new one is seen.
ALTER TABLE users ADD COLUMN avatar_key TEXT;
