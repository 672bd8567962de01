-- SPDX-FileCopyrightText: 2026 The PlexiChat authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One number that rises with every change to what a request's credential stands for: whoever remembers that asks first
-- whether the number is still the same. The triggers see every program that writes here. A new table or column that
-- decides who somebody is, or what they may do, needs its triggers too.

CREATE TABLE credentials_version (
    version INTEGER NOT NULL
);

INSERT INTO credentials_version (version) VALUES (1);

CREATE TRIGGER credentials_session_changed AFTER UPDATE OF user_id, cookie_hash, expires_at ON sessions BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_session_ended AFTER DELETE ON sessions BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_key_changed AFTER UPDATE OF user_id, key_hash, scopes, expires_at ON api_keys BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_key_removed AFTER DELETE ON api_keys BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_user_changed AFTER UPDATE OF username, is_active ON users BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_user_removed AFTER DELETE ON users BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_role_granted AFTER INSERT ON user_roles BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_role_changed AFTER UPDATE ON user_roles BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
CREATE TRIGGER credentials_role_taken AFTER DELETE ON user_roles BEGIN
    UPDATE credentials_version SET version = version + 1;
END;
