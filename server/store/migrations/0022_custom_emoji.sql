-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Pictures that stand for names, as they are served: small enough to live and be backed up with the rest.

CREATE TABLE custom_emoji (
    name TEXT PRIMARY KEY,                  -- without colons
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    key TEXT NOT NULL,                      -- beginning of the picture's SHA-256, in hexadecimal; stands in its address
    created_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL             -- milliseconds since 1970 UTC
);
