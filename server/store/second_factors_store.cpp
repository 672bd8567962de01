// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/second_factors_store.h"

#include "server/store/rows.h"

namespace plexi::store::second_factors {

Result<std::optional<Totp>> totp(Connection &connection, UserId user)
{
    const auto query = connection.run(
        "SELECT secret, created_at, confirmed_at, last_step FROM totp_factors WHERE user_id = ?", {user.value()});
    if (!query)
        return fail(query.error());
    std::optional<Totp> found;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        found = Totp{.sealedSecret = row.value(0).toByteArray(),
                     .createdAt = moment(row, 1),
                     .confirmedAt = optionalMoment(row, 2),
                     .lastStep = integer(row, 3)};
    }
    (*query)->finish();
    return found;
}

Result<> replaceTotp(Connection &connection, UserId user, const QByteArray &sealedSecret, Timestamp now)
{
    return done(connection.execute("INSERT OR REPLACE INTO totp_factors (user_id, secret, created_at) VALUES (?, ?, ?)",
                                   {user.value(), sealedSecret, now.ms}));
}

Result<> confirmTotp(Connection &connection, UserId user, Timestamp now, qint64 step)
{
    return done(connection.execute("UPDATE totp_factors SET confirmed_at = ?, last_step = ? WHERE user_id = ?",
                                   {now.ms, step, user.value()}));
}

Result<> setLastStep(Connection &connection, UserId user, qint64 step)
{
    return done(connection.execute("UPDATE totp_factors SET last_step = ? WHERE user_id = ?", {step, user.value()}));
}

Result<bool> removeTotp(Connection &connection, UserId user)
{
    const auto removed = connection.execute("DELETE FROM totp_factors WHERE user_id = ?", {user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

Result<> replaceRecoveryCodes(Connection &connection, UserId user, const QList<QByteArray> &hashes)
{
    if (const auto removed = connection.execute("DELETE FROM recovery_codes WHERE user_id = ?", {user.value()});
        !removed)
        return fail(removed.error());
    for (const QByteArray &hash : hashes) {
        if (const auto inserted = connection.execute("INSERT INTO recovery_codes (user_id, code_hash) VALUES (?, ?)",
                                                     {user.value(), hash});
            !inserted)
            return fail(inserted.error());
    }
    return {};
}

Result<qint64> countRecoveryCodes(Connection &connection, UserId user)
{
    return firstInteger(connection.run("SELECT count(*) FROM recovery_codes WHERE user_id = ?", {user.value()}));
}

Result<bool> takeRecoveryCode(Connection &connection, UserId user, const QByteArray &hash)
{
    const auto taken = connection.execute("DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?",
                                          {user.value(), hash});
    if (!taken)
        return fail(taken.error());
    return *taken > 0;
}

Result<Failures> failures(Connection &connection, UserId user, qint64 windowSeconds)
{
    const auto query = connection.run(
        "SELECT count(*), coalesce(max(failed_at), 0) FROM second_factor_failures WHERE user_id = ? AND failed_at >"
        " (SELECT max(failed_at) FROM second_factor_failures WHERE user_id = ?) - ?",
        {user.value(), user.value(), windowSeconds * 1000});
    if (!query)
        return fail(query.error());
    Failures found;
    if ((*query)->next())
        found = {.count = integer(**query, 0), .last = moment(**query, 1)};
    (*query)->finish();
    return found;
}

Result<> addFailure(Connection &connection, UserId user, Timestamp now, qint64 windowSeconds)
{
    if (const auto forgotten = connection.execute(
            "DELETE FROM second_factor_failures WHERE user_id = ? AND failed_at <= ?",
            {user.value(), now.plusSeconds(-windowSeconds).ms});
        !forgotten)
        return fail(forgotten.error());
    return done(connection.execute("INSERT INTO second_factor_failures (user_id, failed_at) VALUES (?, ?)",
                                   {user.value(), now.ms}));
}

} // namespace plexi::store::second_factors
