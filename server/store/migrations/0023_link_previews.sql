-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What pages that a message links to say of themselves.

ALTER TABLE messages ADD COLUMN link_previews TEXT;    -- a JSON array as in the API; NULL for none
