// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/audit_store.h"

#include "server/store/rows.h"

using namespace Qt::StringLiterals;

// What every query reads, in the order of readRow().
#define ENTRY_COLUMNS                                                                                                  \
    "e.number, e.actor_id, e.action, e.target_kind, e.target_id, e.detail, e.created_at, e.key_id, e.seal"
#define LIST_QUERY                                                                                                     \
    "SELECT " ENTRY_COLUMNS ", p.actor_name, p.target_name, p.address FROM audit_entries e"                            \
    " LEFT JOIN audit_particulars p ON p.number = e.number WHERE e.number < ?"
// A condition that holds for every row where its first value is NULL.
#define UNLESS_NULL(condition) " AND (? IS NULL OR " condition ")"
#define LIST_ORDER " ORDER BY e.number DESC LIMIT ?"

namespace plexi::store::audit {

namespace {

Row readRow(const QSqlQuery &query)
{
    return {.number = integer(query, 0),
            .actor = optionalId<UserId>(query, 1),
            .action = query.value(2).toString(),
            .target = {.kind = query.value(3).toString(), .id = integer(query, 4)},
            .detail = query.value(5).toString(),
            .createdAt = moment(query, 6),
            .keyId = query.value(7).toString().toLatin1(),
            .seal = query.value(8).toByteArray()};
}

/** The query whose index fits the narrowest part of @p filter; the other parts are looked at row by row. */
Result<QSqlQuery *> query(Connection &connection, const Filter &filter, qint64 before, qint64 limit)
{
    const QVariant actor = orNull(filter.actor);
    const QVariant action = orNull(filter.action);
    if (filter.target) {
        return connection.run(LIST_QUERY " AND e.target_kind = ? AND e.target_id = ?" UNLESS_NULL("e.actor_id = ?")
                                  UNLESS_NULL("e.action = ?") LIST_ORDER,
                              {before, filter.target->kind, filter.target->id, actor, actor, action, action, limit});
    }
    if (filter.actor)
        return connection.run(LIST_QUERY " AND e.actor_id = ?" UNLESS_NULL("e.action = ?") LIST_ORDER,
                              {before, actor, action, action, limit});
    if (filter.action)
        return connection.run(LIST_QUERY " AND e.action = ?" LIST_ORDER, {before, action, limit});
    return connection.run(LIST_QUERY LIST_ORDER, {before, limit});
}

} // namespace

Result<Head> head(Connection &connection)
{
    const auto query = connection.run("SELECT number, key_id, last_seal, seal FROM audit_head");
    if (!query)
        return fail(query.error());
    Head head;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        head = {.number = integer(row, 0),
                .keyId = row.value(1).toString().toLatin1(),
                .lastSeal = row.value(2).toByteArray(),
                .seal = row.value(3).toByteArray()};
    }
    (*query)->finish();
    return head;
}

Result<> append(Connection &connection, const Row &row, const Head &head, const QString &address)
{
    const auto inserted = connection.execute(
        "INSERT INTO audit_entries (number, actor_id, action, target_kind, target_id, detail, created_at, key_id, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.number, orNull(row.actor), row.action, notNull(row.target.kind), row.target.id, notNull(row.detail),
         row.createdAt.ms, QString::fromLatin1(row.keyId), row.seal});
    if (!inserted)
        return fail(inserted.error());
    const QVariant person = row.target.kind == "user"_L1 ? QVariant(row.target.id) : QVariant();
    const auto particulars = connection.execute(
        "INSERT INTO audit_particulars (number, actor_name, target_name, address) VALUES"
        " (?, (SELECT username FROM users WHERE id = ?), (SELECT username FROM users WHERE id = ?), ?)",
        {row.number, orNull(row.actor), person, address.isEmpty() ? QVariant() : QVariant(address)});
    if (!particulars)
        return fail(particulars.error());
    return done(connection.execute("UPDATE audit_head SET number = ?, key_id = ?, last_seal = ?, seal = ?",
                                   {head.number, QString::fromLatin1(head.keyId), head.lastSeal, head.seal}));
}

Result<QList<Listed>> list(Connection &connection, const Filter &filter, qint64 before, qint64 limit)
{
    const auto found = query(connection, filter, before, limit);
    if (!found)
        return fail(found.error());
    QList<Listed> entries;
    while ((*found)->next()) {
        const QSqlQuery &row = **found;
        entries.append({.row = readRow(row),
                        .particulars = {.actorName = optionalText(row, 9),
                                        .targetName = optionalText(row, 10),
                                        .address = optionalText(row, 11)}});
    }
    (*found)->finish();
    return entries;
}

Result<> walk(Connection &connection, const std::function<void(const Row &row)> &visit)
{
    const auto query = connection.run("SELECT " ENTRY_COLUMNS " FROM audit_entries e ORDER BY e.number");
    if (!query)
        return fail(query.error());
    while ((*query)->next())
        visit(readRow(**query));
    (*query)->finish();
    return {};
}

Result<> forget(Connection &connection, UserId user)
{
    const auto asActor = connection.execute("UPDATE audit_particulars SET actor_name = NULL, address = NULL"
                                            " WHERE number IN (SELECT number FROM audit_entries WHERE actor_id = ?)",
                                            {user.value()});
    if (!asActor)
        return fail(asActor.error());
    const auto asTarget = connection.execute(
        "UPDATE audit_particulars SET target_name = NULL WHERE number IN"
        " (SELECT number FROM audit_entries WHERE target_kind = 'user' AND target_id = ?)",
        {user.value()});
    if (!asTarget)
        return fail(asTarget.error());
    // Where nobody was signed in, the address is that of whoever was, or tried to be, this person.
    return done(connection.execute(
        "UPDATE audit_particulars SET address = NULL WHERE number IN (SELECT number FROM audit_entries"
        " WHERE target_kind = 'user' AND target_id = ? AND actor_id IS NULL)",
        {user.value()}));
}

} // namespace plexi::store::audit
