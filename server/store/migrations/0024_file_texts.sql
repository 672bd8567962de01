-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Full text of files, so that a message is found by what stands in what it carries. As message_index, file_text_index has the
-- terms and no texts; it is written behind the files' backs, one text in a transaction, and never with a message.

CREATE TABLE file_texts (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE REFERENCES blob_texts (sha256) ON DELETE CASCADE,
    is_indexed INTEGER NOT NULL DEFAULT 0       -- 0: file_text_index does not have it yet
);

CREATE INDEX file_texts_unindexed ON file_texts (id) WHERE is_indexed = 0;

CREATE VIRTUAL TABLE file_text_index USING fts5(terms, content='', contentless_delete=1, tokenize='ascii');

CREATE TRIGGER file_texts_new AFTER INSERT ON blob_texts
BEGIN
    INSERT INTO file_texts (sha256) VALUES (NEW.sha256);
END;

CREATE TRIGGER file_texts_changed AFTER UPDATE OF content ON blob_texts
BEGIN
    UPDATE file_texts SET is_indexed = 0 WHERE sha256 = NEW.sha256;
END;

CREATE TRIGGER file_texts_removed AFTER DELETE ON file_texts
BEGIN
    DELETE FROM file_text_index WHERE rowid = OLD.id;
END;

-- Those that are there already.
INSERT INTO file_texts (sha256) SELECT sha256 FROM blob_texts;
