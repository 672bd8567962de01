-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the server has, as it was last heard of, is kept as the JSON of the protocol: a field that is new needs no new
-- column. What is written here and not on the server yet (drafts, outbox, read markers) has columns, so that it can be
-- read on its own when the rest is damaged.

CREATE TABLE notes (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Every message from oldest_id on is in the table as it was at synced_seq; oldest_id is null where nothing was loaded.
CREATE TABLE channels (
  id INTEGER PRIMARY KEY,
  body BLOB NOT NULL,
  oldest_id INTEGER,
  at_start INTEGER NOT NULL DEFAULT 0,
  synced_seq INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL,
  thread_id INTEGER,
  seq INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE INDEX messages_by_channel ON messages (channel_id, id) WHERE thread_id IS NULL;
CREATE INDEX messages_by_thread ON messages (thread_id, id) WHERE thread_id IS NOT NULL;

-- The words of the messages; the rowid is the message's id. The texts themselves are in the bodies.
CREATE VIRTUAL TABLE message_words USING fts5 (
  content, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE drafts (
  channel_id INTEGER PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  channel_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL,
  content TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  fault TEXT
);

-- Where this device has read to and the server has not been told.
CREATE TABLE read_markers (
  channel_id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL
);
