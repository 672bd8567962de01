-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Messages that are removed because of their age. They go from the oldest on, each with the thread that it begins, so two
-- numbers in the channel say all that the removed rows would: no row of a member is touched, and
--     unread = last_ordinal - max(read_ordinal, expired_ordinals) - tombstones after the marker - own_unread
-- A marker, and what a message replies to, may be ids up to expired_through that are not there any more.

ALTER TABLE channels ADD COLUMN retention_days INTEGER;     -- NULL: as the server has it for all; 0: for ever
ALTER TABLE channels ADD COLUMN expired_through INTEGER;    -- messages outside threads up to this id are gone, or going
ALTER TABLE channels ADD COLUMN expired_ordinals INTEGER NOT NULL DEFAULT 0;    -- the last one removed had this ordinal
