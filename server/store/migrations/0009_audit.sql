-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who did what to whom: rows that are added and never changed, each sealed together with the one before it. They hold ids
-- and no names, and refer to nothing, so that they outlive what they tell of.

CREATE TABLE audit_entries (
    number INTEGER PRIMARY KEY,             -- 1, 2, 3 …
    actor_id INTEGER,                       -- NULL: nobody who is signed in, or the command line
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,              -- the prefix of the target's id; empty for none
    target_id INTEGER NOT NULL,
    detail TEXT NOT NULL,                   -- words of the program's own, such as roles; never what a person typed
    created_at INTEGER NOT NULL,            -- milliseconds since 1970 UTC
    key_id TEXT NOT NULL,                   -- of secret.key
    seal BLOB NOT NULL                      -- HMAC-SHA256 over the seal before and this row
);

CREATE INDEX audit_by_actor ON audit_entries (actor_id, number);
CREATE INDEX audit_by_target ON audit_entries (target_kind, target_id, number);
CREATE INDEX audit_by_action ON audit_entries (action, number);

-- The end of the chain: without it the newest rows could be taken away unseen.
CREATE TABLE audit_head (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    number INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    last_seal BLOB NOT NULL,
    seal BLOB NOT NULL                      -- HMAC-SHA256 over number and last seal
);

INSERT INTO audit_head (row, number, key_id, last_seal, seal) VALUES (1, 0, '', x'', x'');

-- What may have to be forgotten, and is no part of the chain.
CREATE TABLE audit_particulars (
    number INTEGER PRIMARY KEY REFERENCES audit_entries (number),
    actor_name TEXT,
    target_name TEXT,
    address TEXT
);

CREATE TRIGGER audit_entries_follow BEFORE INSERT ON audit_entries
WHEN NEW.number <> (SELECT number + 1 FROM audit_head)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_head_advances BEFORE UPDATE ON audit_head
WHEN NEW.number <> OLD.number + 1
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_head_remains BEFORE DELETE ON audit_head
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
