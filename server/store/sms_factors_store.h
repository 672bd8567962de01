// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Rows of telephones that codes are sent to, and of those codes. Reads take any connection, writes the writer's, inside
 * a job; each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::sms_factors {

struct Row {
    /** E.164. */
    QString phoneNumber;
    Timestamp createdAt;
    /** None before the first code came back. */
    std::optional<Timestamp> confirmedAt;
};

Result<std::optional<Row>> find(Connection &connection, UserId user);
/** Puts a new one, not confirmed, in the place of any there is. */
Result<> replace(Connection &connection, UserId user, const QString &phoneNumber, Timestamp now);
Result<> confirm(Connection &connection, UserId user, Timestamp now);
/** Takes the code that was sent along. */
Result<bool> remove(Connection &connection, UserId user);

/** In the place of the last one. */
Result<> replaceCode(Connection &connection, UserId user, const QByteArray &digest, qint64 attempts,
                     Timestamp expiresAt);
/** True where @p digest is the code's that is good now, which is then used up; else that code has one attempt less. */
Result<bool> takeCode(Connection &connection, UserId user, const QByteArray &digest, Timestamp now);

/** Messages that were sent after a moment. */
struct Sends {
    qint64 count = 0;
    Timestamp first;
    Timestamp last;
};
Result<Sends> sends(Connection &connection, UserId user, Timestamp after);
/** Forgets those that were not sent after @p after. */
Result<> addSend(Connection &connection, UserId user, Timestamp now, Timestamp after);

} // namespace plexi::store::sms_factors
