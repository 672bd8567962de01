-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Full text. message_index finds messages by whole terms (server/search/term_reader.h): the terms of every undeleted message
-- up to message_index_mark, without their texts. What is newer is few, and is searched as it stands in messages; what is
-- changed or deleted up to the mark changes here in the same transaction.

CREATE VIRTUAL TABLE message_index USING fts5(terms, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO message_index (message_index, rank) VALUES ('automerge', 8);

CREATE TABLE message_index_mark (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    message_id INTEGER NOT NULL             -- everything up to it is in message_index
);

INSERT INTO message_index_mark (row, message_id) VALUES (1, 0);

-- However a message goes.
CREATE TRIGGER message_index_tombstone AFTER UPDATE OF is_deleted ON messages WHEN NEW.is_deleted = 1
BEGIN
    DELETE FROM message_index WHERE rowid = OLD.id;
END;

CREATE TRIGGER message_index_removal AFTER DELETE ON messages WHEN OLD.is_deleted = 0
BEGIN
    DELETE FROM message_index WHERE rowid = OLD.id;
END;

-- The words that occur, so that a search finds them by a part of them. Who is looking for a part learns nothing of words that
-- were only written where they may not read, since words are kept by who may read them.
CREATE TABLE search_terms (
    id INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,                 -- 0: public channels; else the channel, and only words that are not in scope 0
    term TEXT NOT NULL,
    UNIQUE (scope, term)
);

CREATE VIRTUAL TABLE search_term_parts USING fts5(
    term, content='search_terms', content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0);

-- Words are added to both by who writes them: a statement with a trigger makes FTS5 write what it has gathered each time.
CREATE TRIGGER search_terms_removed AFTER DELETE ON search_terms
BEGIN
    INSERT INTO search_term_parts (search_term_parts, rowid, term) VALUES ('delete', OLD.id, OLD.term);
END;

CREATE TRIGGER search_terms_of_channel AFTER DELETE ON channels WHEN OLD.type <> 0
BEGIN
    DELETE FROM search_terms WHERE scope = OLD.id;
END;
