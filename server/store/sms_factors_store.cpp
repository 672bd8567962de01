// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sms_factors_store.h"

#include "server/store/rows.h"

namespace plexi::store::sms_factors {

Result<std::optional<Row>> find(Connection &connection, UserId user)
{
    const auto query = connection.run(
        "SELECT phone_number, created_at, confirmed_at FROM sms_factors WHERE user_id = ?", {user.value()});
    if (!query)
        return fail(query.error());
    std::optional<Row> found;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        found = Row{
            .phoneNumber = row.value(0).toString(), .createdAt = moment(row, 1), .confirmedAt = optionalMoment(row, 2)};
    }
    (*query)->finish();
    return found;
}

Result<> replace(Connection &connection, UserId user, const QString &phoneNumber, Timestamp now)
{
    return done(
        connection.execute("INSERT OR REPLACE INTO sms_factors (user_id, phone_number, created_at) VALUES (?, ?, ?)",
                           {user.value(), phoneNumber, now.ms}));
}

Result<> confirm(Connection &connection, UserId user, Timestamp now)
{
    return done(
        connection.execute("UPDATE sms_factors SET confirmed_at = ? WHERE user_id = ?", {now.ms, user.value()}));
}

Result<bool> remove(Connection &connection, UserId user)
{
    if (const auto code = connection.execute("DELETE FROM sms_codes WHERE user_id = ?", {user.value()}); !code)
        return fail(code.error());
    const auto removed = connection.execute("DELETE FROM sms_factors WHERE user_id = ?", {user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

Result<> replaceCode(Connection &connection, UserId user, const QByteArray &digest, qint64 attempts,
                     Timestamp expiresAt)
{
    return done(connection.execute(
        "INSERT OR REPLACE INTO sms_codes (user_id, digest, attempts_left, expires_at) VALUES (?, ?, ?, ?)",
        {user.value(), digest, attempts, expiresAt.ms}));
}

Result<bool> takeCode(Connection &connection, UserId user, const QByteArray &digest, Timestamp now)
{
    const auto taken = connection.execute("DELETE FROM sms_codes WHERE user_id = ? AND digest = ? AND expires_at > ?",
                                          {user.value(), digest, now.ms});
    if (!taken)
        return fail(taken.error());
    if (*taken > 0)
        return true;
    if (const auto counted = connection.execute(
            "UPDATE sms_codes SET attempts_left = attempts_left - 1 WHERE user_id = ?", {user.value()});
        !counted)
        return fail(counted.error());
    const auto ended = connection.execute("DELETE FROM sms_codes WHERE user_id = ? AND attempts_left <= 0",
                                          {user.value()});
    return ended ? Result<bool>(false) : fail(ended.error());
}

Result<Sends> sends(Connection &connection, UserId user, Timestamp after)
{
    const auto query = connection.run("SELECT count(*), coalesce(min(sent_at), 0), coalesce(max(sent_at), 0)"
                                      " FROM sms_sends WHERE user_id = ? AND sent_at > ?",
                                      {user.value(), after.ms});
    if (!query)
        return fail(query.error());
    Sends found;
    if ((*query)->next())
        found = {.count = integer(**query, 0), .first = moment(**query, 1), .last = moment(**query, 2)};
    (*query)->finish();
    return found;
}

Result<> addSend(Connection &connection, UserId user, Timestamp now, Timestamp after)
{
    if (const auto forgotten = connection.execute("DELETE FROM sms_sends WHERE user_id = ? AND sent_at <= ?",
                                                  {user.value(), after.ms});
        !forgotten)
        return fail(forgotten.error());
    return done(connection.execute("INSERT INTO sms_sends (user_id, sent_at) VALUES (?, ?)", {user.value(), now.ms}));
}

} // namespace plexi::store::sms_factors
