-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE favourites (
  channel_id INTEGER PRIMARY KEY,
  is_favourite INTEGER NOT NULL,
  is_untold INTEGER NOT NULL
);
