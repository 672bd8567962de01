-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The full-text index is joined from two parts of about the same size on, not from four (the default): writing each of its
-- pages about once for each doubling of the index, it has a handful of parts.

INSERT INTO message_index (message_index, rank) VALUES ('usermerge', 2);
