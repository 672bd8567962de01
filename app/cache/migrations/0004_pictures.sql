-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Small pictures of files, and people's own. A family has one picture at a time: a person's new one replaces the old one.
-- The bytes come last, so that the rest is read without them.
CREATE TABLE pictures (
  family TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  used_on INTEGER NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE INDEX pictures_by_use ON pictures (used_on, size);
