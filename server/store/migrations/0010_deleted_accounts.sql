-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- An account that was deleted stays as a row without a name, since what was said stays.

ALTER TABLE users ADD COLUMN deleted_at INTEGER;    -- milliseconds since 1970 UTC; the person is gone
