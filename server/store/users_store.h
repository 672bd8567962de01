// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

/**
 * Rows of people. Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run
 * does and on no other ground.
 */
namespace plexi::store::users {

struct Row {
    UserId id;
    /** Lower case. */
    QString username;
    /** As it was written; empty where there is none. */
    QString email;
    QString displayName;
    /** Argon2id, PHC string. */
    QString passwordHash;
    QStringList roles;
    bool isActive = true;
    QJsonObject preferences = {};
    Timestamp createdAt;
    std::optional<Timestamp> lastLogin = std::nullopt;
    std::optional<Timestamp> lastSeen = std::nullopt;
    /** Of the picture; empty where there is none. */
    QString avatarKey = {};
    /** Nobody any more: see removePerson(). */
    bool isDeleted = false;
    /** A program's account, with keys and no password. */
    bool isBot = false;
    /** Whose bot it is; nothing where its owner is gone. */
    std::optional<UserId> botOwner = std::nullopt;
    QString botDescription = {};
};

/** Who stands behind a session or a key. */
struct Identity {
    UserId id;
    QString username;
    QStringList roles;
    bool isActive = false;
};

/** Conflict: the user name, the address or the id is taken. */
Result<> insert(Connection &connection, const Row &row);

Result<std::optional<Row>> find(Connection &connection, UserId id);
/** @p login is a user name or an e-mail address, in any case. */
Result<std::optional<Row>> findByLogin(Connection &connection, const QString &login);
Result<bool> isEmailTaken(Connection &connection, const QString &email, UserId except);

/** Everybody, by user name. */
Result<QList<Row>> list(Connection &connection);

/** Which people; those who were deleted are in no list. */
struct Filter {
    bool includesInactive = false;
    std::optional<QString> role = std::nullopt;
    /** Part of the user name, the display name or the address. */
    std::optional<QString> text = std::nullopt;
};
/** By user name, from the @p offset-th on. */
Result<QList<Row>> page(Connection &connection, const Filter &filter, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection, const Filter &filter);
/** Active people whose user or display name has @p text in it, those that begin with it first. */
Result<QList<Row>> search(Connection &connection, const QString &text, qint64 limit, qint64 offset);
Result<qint64> countFound(Connection &connection, const QString &text);
/** Active people with the role of admin; no bots, which cannot sign in. */
Result<qint64> countAdmins(Connection &connection);

/** Conflict: the address is taken. */
Result<> updateProfile(Connection &connection, UserId id, const QString &displayName, const QString &email,
                       const QJsonObject &preferences);
Result<> setPasswordHash(Connection &connection, UserId id, const QString &hash);
Result<> setRoles(Connection &connection, UserId id, const QStringList &roles);
Result<> setActive(Connection &connection, UserId id, bool isActive);

/** Bots by user name, from the @p offset-th on: those of @p owner, or everybody's. */
Result<QList<Row>> bots(Connection &connection, std::optional<UserId> owner, qint64 limit, qint64 offset);
Result<qint64> countBots(Connection &connection, std::optional<UserId> owner);
Result<> updateBot(Connection &connection, UserId bot, std::optional<UserId> owner, const QString &description);
/** The active ones. */
Result<QList<UserId>> activeBotsOf(Connection &connection, UserId owner);
/** The person's bots are nobody's from now on. */
Result<> disownBots(Connection &connection, UserId owner);
/**
 * Leaves a row without name, address, roles and credentials, that what was said can refer to; the name is free again.
 * Everything goes that the schema deletes with a person, but for mentions, which are part of messages.
 */
Result<> removePerson(Connection &connection, UserId id, const QString &unmatchableHash, Timestamp now);
Result<> setLastLogin(Connection &connection, UserId id, Timestamp moment);
/** Keeps the later one. */
Result<> setLastSeen(Connection &connection, UserId id, Timestamp moment);

} // namespace plexi::store::users
