-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Programs that take part like people: accounts without a password, that come with API keys only.

ALTER TABLE users ADD COLUMN is_bot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN bot_owner INTEGER REFERENCES users (id) ON DELETE SET NULL;   -- NULL: in the care of admins
ALTER TABLE users ADD COLUMN bot_description TEXT NOT NULL DEFAULT '';

CREATE INDEX users_bots ON users (bot_owner, username) WHERE is_bot = 1;
