// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/users_store.h"

#include "server/store/rows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

// What every query reads, in the order of readRow().
#define USER_COLUMNS                                                                                                   \
    "u.id, u.username, u.email, u.display_name, u.password_hash, u.is_active, u.preferences, u.created_at,"            \
    " u.last_login, u.last_seen, (SELECT string_agg(role, ' ' ORDER BY role) FROM user_roles WHERE user_id = u.id),"   \
    " u.avatar_key, u.deleted_at IS NOT NULL, u.is_bot, u.bot_owner, u.bot_description"

// Takes filterValues().
#define FILTER                                                                                                         \
    "u.deleted_at IS NULL AND (? OR u.is_active = 1)"                                                                  \
    " AND (? IS NULL OR EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = u.id AND r.role = ?))"                    \
    " AND (? IS NULL OR u.username LIKE ? ESCAPE '!' OR u.search_key LIKE ? ESCAPE '!' OR u.email_key LIKE ? ESCAPE '!')"

// Takes an owner twice, or NULL twice for everybody's.
#define BOTS "u.is_bot = 1 AND u.deleted_at IS NULL AND (? IS NULL OR u.bot_owner = ?)"

namespace plexi::store::users {

namespace {

Row readRow(const QSqlQuery &query)
{
    return {.id = UserId(integer(query, 0)),
            .username = query.value(1).toString(),
            .email = query.value(2).toString(),
            .displayName = query.value(3).toString(),
            .passwordHash = query.value(4).toString(),
            .roles = query.value(10).toString().split(u' ', Qt::SkipEmptyParts),
            .isActive = query.value(5).toBool(),
            .preferences = QJsonDocument::fromJson(query.value(6).toString().toUtf8()).object(),
            .createdAt = moment(query, 7),
            .lastLogin = optionalMoment(query, 8),
            .lastSeen = optionalMoment(query, 9),
            .avatarKey = query.value(11).toString(),
            .isDeleted = query.value(12).toBool(),
            .isBot = query.value(13).toBool(),
            .botOwner = optionalId<UserId>(query, 14),
            .botDescription = query.value(15).toString()};
}

Result<std::optional<Row>> readOne(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    std::optional<Row> row;
    if ((*query)->next())
        row = readRow(**query);
    (*query)->finish();
    return row;
}

Result<QList<Row>> readAll(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(readRow(**query));
    (*query)->finish();
    return rows;
}

QString asJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/** What makes two addresses the same; NULL for none, of which there may be many. */
QVariant emailKey(const QString &email)
{
    return email.isEmpty() ? QVariant() : QVariant(email.toLower());
}

/** @p text as part of a LIKE pattern whose escape character is '!'. */
QString escaped(QString text)
{
    return text.replace(u'!', "!!"_L1).replace(u'%', "!%"_L1).replace(u'_', "!_"_L1);
}

QVariantList filterValues(const Filter &filter)
{
    const QVariant role = orNull(filter.role);
    const QVariant pattern = filter.text ? QVariant(u'%' + escaped(filter.text->toCaseFolded()) + u'%') : QVariant();
    return {filter.includesInactive, role, role, pattern, pattern, pattern, pattern};
}

Result<> insertRoles(Connection &connection, UserId id, const QStringList &roles)
{
    for (const QString &role : roles) {
        if (const auto inserted = connection.execute("INSERT INTO user_roles (user_id, role) VALUES (?, ?)",
                                                     {id.value(), role});
            !inserted)
            return fail(inserted.error());
    }
    return {};
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    const auto inserted = connection.execute(
        "INSERT INTO users (id, username, email, email_key, display_name, search_key, password_hash, is_active,"
        " preferences, created_at, is_bot, bot_owner, bot_description)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.id.value(), row.username, notNull(row.email), emailKey(row.email), row.displayName,
         row.displayName.toCaseFolded(), row.passwordHash, row.isActive, asJson(row.preferences), row.createdAt.ms,
         row.isBot, orNull(row.botOwner), notNull(row.botDescription)});
    if (!inserted)
        return fail(inserted.error());
    return insertRoles(connection, row.id, row.roles);
}

Result<std::optional<Row>> find(Connection &connection, UserId id)
{
    return readOne(connection.run("SELECT " USER_COLUMNS " FROM users u WHERE u.id = ?", {id.value()}));
}

Result<std::optional<Row>> findByLogin(Connection &connection, const QString &login)
{
    // A user name has no '@' and an address has one, so at most one row fits.
    const QString key = login.toLower();
    return readOne(
        connection.run("SELECT " USER_COLUMNS " FROM users u WHERE u.username = ? OR u.email_key = ?", {key, key}));
}

Result<bool> isEmailTaken(Connection &connection, const QString &email, UserId except)
{
    const auto count = firstInteger(connection.run("SELECT count(*) FROM users WHERE email_key = ? AND id <> ?",
                                                   {emailKey(email), except.value()}));
    if (!count)
        return fail(count.error());
    return *count > 0;
}

Result<QList<Row>> list(Connection &connection)
{
    return readAll(
        connection.run("SELECT " USER_COLUMNS " FROM users u WHERE u.deleted_at IS NULL ORDER BY u.username"));
}

Result<QList<Row>> page(Connection &connection, const Filter &filter, qint64 limit, qint64 offset)
{
    return readAll(connection.run("SELECT " USER_COLUMNS " FROM users u WHERE " FILTER
                                  " ORDER BY u.username LIMIT ? OFFSET ?",
                                  filterValues(filter) << limit << offset));
}

Result<qint64> count(Connection &connection, const Filter &filter)
{
    return firstInteger(connection.run("SELECT count(*) FROM users u WHERE " FILTER, filterValues(filter)));
}

// Active people whose user or display name contains the text.
#define FOUND "u.is_active = 1 AND (u.username LIKE ? ESCAPE '!' OR u.search_key LIKE ? ESCAPE '!')"

Result<QList<Row>> search(Connection &connection, const QString &text, qint64 limit, qint64 offset)
{
    const QString prefix = escaped(text.toCaseFolded()) + u'%';
    const QString anywhere = u'%' + prefix;
    return readAll(connection.run(
        "SELECT " USER_COLUMNS " FROM users u WHERE " FOUND
        " ORDER BY (u.username LIKE ? ESCAPE '!' OR u.search_key LIKE ? ESCAPE '!') DESC, u.username LIMIT ? OFFSET ?",
        {anywhere, anywhere, prefix, prefix, limit, offset}));
}

Result<qint64> countFound(Connection &connection, const QString &text)
{
    const QString anywhere = u'%' + escaped(text.toCaseFolded()) + u'%';
    return firstInteger(connection.run("SELECT count(*) FROM users u WHERE " FOUND, {anywhere, anywhere}));
}

Result<qint64> countAdmins(Connection &connection)
{
    return firstInteger(connection.run("SELECT count(*) FROM user_roles r JOIN users u ON u.id = r.user_id"
                                       " WHERE r.role = 'admin' AND u.is_active = 1 AND u.is_bot = 0"));
}

Result<> updateProfile(Connection &connection, UserId id, const QString &displayName, const QString &email,
                       const QJsonObject &preferences)
{
    return done(connection.execute(
        "UPDATE users SET display_name = ?, search_key = ?, email = ?, email_key = ?, preferences = ? WHERE id = ?",
        {displayName, displayName.toCaseFolded(), notNull(email), emailKey(email), asJson(preferences), id.value()}));
}

Result<> setPasswordHash(Connection &connection, UserId id, const QString &hash)
{
    return done(connection.execute("UPDATE users SET password_hash = ? WHERE id = ?", {hash, id.value()}));
}

Result<> setRoles(Connection &connection, UserId id, const QStringList &roles)
{
    if (const auto removed = connection.execute("DELETE FROM user_roles WHERE user_id = ?", {id.value()}); !removed)
        return fail(removed.error());
    return insertRoles(connection, id, roles);
}

Result<> setActive(Connection &connection, UserId id, bool isActive)
{
    return done(connection.execute("UPDATE users SET is_active = ? WHERE id = ?", {isActive, id.value()}));
}

Result<QList<Row>> bots(Connection &connection, std::optional<UserId> owner, qint64 limit, qint64 offset)
{
    return readAll(connection.run("SELECT " USER_COLUMNS " FROM users u WHERE " BOTS
                                  " ORDER BY u.username LIMIT ? OFFSET ?",
                                  {orNull(owner), orNull(owner), limit, offset}));
}

Result<qint64> countBots(Connection &connection, std::optional<UserId> owner)
{
    return firstInteger(connection.run("SELECT count(*) FROM users u WHERE " BOTS, {orNull(owner), orNull(owner)}));
}

Result<> updateBot(Connection &connection, UserId bot, std::optional<UserId> owner, const QString &description)
{
    return done(connection.execute("UPDATE users SET bot_owner = ?, bot_description = ? WHERE id = ? AND is_bot = 1",
                                   {orNull(owner), notNull(description), bot.value()}));
}

Result<QList<UserId>> activeBotsOf(Connection &connection, UserId owner)
{
    return ids<UserId>(
        connection.run("SELECT id FROM users WHERE bot_owner = ? AND is_active = 1 ORDER BY id", {owner.value()}));
}

Result<> disownBots(Connection &connection, UserId owner)
{
    return done(connection.execute("UPDATE users SET bot_owner = NULL WHERE bot_owner = ?", {owner.value()}));
}

Result<> removePerson(Connection &connection, UserId id, const QString &unmatchableHash, Timestamp now)
{
    const auto changed = connection.execute(
        // No user name has a colon in it, so nobody else can have this one.
        "UPDATE users SET username = 'deleted:' || id, email = '', email_key = NULL, display_name = 'Deleted user',"
        " search_key = '', password_hash = ?, is_active = 0, preferences = '{}', last_login = NULL, last_seen = NULL,"
        " avatar_key = NULL, bot_owner = NULL, bot_description = '', deleted_at = ? WHERE id = ?",
        {unmatchableHash, now.ms, id.value()});
    if (!changed)
        return fail(changed.error());
    // Asks the schema, so that a new table cannot be forgotten here.
    const auto tables = connection.run(
        "SELECT t.name, k.\"from\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k"
        " WHERE t.type = 'table' AND k.\"table\" = 'users' AND k.on_delete = 'CASCADE' AND t.name <> 'mentions'");
    if (!tables)
        return fail(tables.error());
    QStringList statements;
    while ((*tables)->next()) {
        statements.append(u"DELETE FROM \"%1\" WHERE \"%2\" = %3"_s
                              .arg((*tables)->value(0).toString(), (*tables)->value(1).toString())
                              .arg(id.value()));
    }
    (*tables)->finish();
    for (const QString &statement : std::as_const(statements)) {
        if (auto removed = connection.executeOnce(statement); !removed)
            return removed;
    }
    return done(connection.execute("DELETE FROM bookmarks WHERE user_id = ?", {id.value()}));
}

Result<> setLastLogin(Connection &connection, UserId id, Timestamp moment)
{
    return done(connection.execute("UPDATE users SET last_login = ? WHERE id = ?", {moment.ms, id.value()}));
}

Result<> setLastSeen(Connection &connection, UserId id, Timestamp moment)
{
    return done(connection.execute("UPDATE users SET last_seen = max(coalesce(last_seen, 0), ?) WHERE id = ?",
                                   {moment.ms, id.value()}));
}

} // namespace plexi::store::users
