-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people attach. Bytes lie in the blob store under their SHA-256, once each, however many files have them; what is
-- found in them is kept with them. A blob goes when nothing refers to it any more; the triggers count.

CREATE TABLE blobs (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    size INTEGER NOT NULL,
    reference_count INTEGER NOT NULL DEFAULT 0 CHECK (reference_count >= 0),
    examined_at INTEGER,                        -- milliseconds since 1970 UTC; NULL: what is in it is not known yet
    metadata TEXT NOT NULL DEFAULT '{}',        -- what was found, as the API shows it
    hidden TEXT,                                -- offsets and lengths of bytes that only who sent them is to see
    scan_status INTEGER NOT NULL DEFAULT 0 CHECK (scan_status BETWEEN 0 AND 3), -- not scanned, pending, clean, infected
    scanned_at INTEGER,
    scan_finding TEXT                           -- what the scanner called it
) WITHOUT ROWID;

CREATE INDEX blobs_unreferenced ON blobs (sha256) WHERE reference_count = 0;
CREATE INDEX blobs_unexamined ON blobs (sha256) WHERE examined_at IS NULL;
CREATE INDEX blobs_unscanned ON blobs (sha256) WHERE scan_status = 1;

-- The words in it, for search. Apart from the rest, which is read often.
CREATE TABLE blob_texts (
    sha256 BLOB PRIMARY KEY REFERENCES blobs (sha256) ON DELETE CASCADE,
    content TEXT NOT NULL
) WITHOUT ROWID;

-- Small pictures of it, blobs themselves.
CREATE TABLE previews (
    sha256 BLOB NOT NULL REFERENCES blobs (sha256) ON DELETE CASCADE,
    variant INTEGER NOT NULL CHECK (variant BETWEEN 0 AND 1),   -- 0 small, 1 large
    preview BLOB NOT NULL REFERENCES blobs (sha256),
    content_type TEXT NOT NULL,
    PRIMARY KEY (sha256, variant)
) WITHOUT ROWID;

CREATE INDEX previews_by_preview ON previews (preview);

CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL REFERENCES blobs (sha256),
    size INTEGER NOT NULL,
    channel_id INTEGER REFERENCES channels (id),  -- NULL: not sent yet, its uploader's alone
    user_id INTEGER NOT NULL REFERENCES users (id),
    filename TEXT NOT NULL,
    original_filename TEXT NOT NULL,
    content_type TEXT NOT NULL,
    description TEXT,
    is_public INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);

CREATE INDEX files_by_channel ON files (channel_id, id);
CREATE INDEX files_by_user ON files (user_id, size);
CREATE INDEX files_by_blob ON files (sha256);

CREATE TRIGGER files_refer AFTER INSERT ON files
BEGIN
    UPDATE blobs SET reference_count = reference_count + 1 WHERE sha256 = NEW.sha256;
END;

CREATE TRIGGER files_release AFTER DELETE ON files
BEGIN
    UPDATE blobs SET reference_count = reference_count - 1 WHERE sha256 = OLD.sha256;
END;

CREATE TRIGGER previews_refer AFTER INSERT ON previews
BEGIN
    UPDATE blobs SET reference_count = reference_count + 1 WHERE sha256 = NEW.preview;
END;

CREATE TRIGGER previews_release AFTER DELETE ON previews
BEGIN
    UPDATE blobs SET reference_count = reference_count - 1 WHERE sha256 = OLD.preview;
END;

CREATE TABLE attachments (
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,                  -- 0, 1, 2 …
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    PRIMARY KEY (message_id, position)
) WITHOUT ROWID;

CREATE INDEX attachments_by_file ON attachments (file_id, message_id);

-- How many: so that the many messages without any cost nothing to read.
ALTER TABLE messages ADD COLUMN attachment_count INTEGER NOT NULL DEFAULT 0;

-- Messages that expire are removed row by row; what only they carried of their author's goes with them.
CREATE TRIGGER files_of_expired BEFORE DELETE ON messages WHEN OLD.attachment_count > 0
BEGIN
    DELETE FROM files WHERE user_id = OLD.user_id
        AND id IN (SELECT file_id FROM attachments WHERE message_id = OLD.id)
        AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.file_id = files.id AND a.message_id <> OLD.id);
END;

-- Resumable uploads. Bytes up to received are on disk; what lies behind them is cut off before it goes on.
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    channel_id INTEGER REFERENCES channels (id) ON DELETE CASCADE,
    filename TEXT NOT NULL,
    description TEXT,
    is_public INTEGER NOT NULL DEFAULT 0,
    metadata TEXT NOT NULL,                     -- as it was sent: whoever asks is told so again
    size INTEGER NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    file_id INTEGER,                            -- what became of it; it may be gone again
    is_ended INTEGER NOT NULL DEFAULT 0,        -- given up by its owner
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE INDEX uploads_by_user ON uploads (user_id, size);
CREATE INDEX uploads_by_expiry ON uploads (expires_at);
