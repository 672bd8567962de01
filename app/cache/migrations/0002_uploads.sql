-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Files on their way to the server. Like the outbox, this cannot be fetched again.

CREATE TABLE uploads (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  channel_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL,
  -- The outbox's id of the message it goes with; empty while that is being written.
  message TEXT NOT NULL,
  -- Where the file is; empty where content has its bytes.
  path TEXT NOT NULL,
  content BLOB,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- What the server calls it while it comes, and when it is there; 0 before.
  upload_id INTEGER NOT NULL,
  file_id INTEGER NOT NULL,
  is_paused INTEGER NOT NULL,
  fault TEXT
);
