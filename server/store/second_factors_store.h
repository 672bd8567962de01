// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Rows of authenticators, recovery codes and wrong codes. Reads take any connection, writes the writer's, inside a job;
 * each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::second_factors {

/** A person's authenticator app. */
struct Totp {
    /** Sealed by security::SecretBox. */
    QByteArray sealedSecret;
    Timestamp createdAt;
    /** None while it is only shown. */
    std::optional<Timestamp> confirmedAt;
    /** The step of the last code that was accepted. */
    qint64 lastStep = 0;
};

Result<std::optional<Totp>> totp(Connection &connection, UserId user);
/** Puts a new one, not confirmed, in the place of any there is. */
Result<> replaceTotp(Connection &connection, UserId user, const QByteArray &sealedSecret, Timestamp now);
Result<> confirmTotp(Connection &connection, UserId user, Timestamp now, qint64 step);
Result<> setLastStep(Connection &connection, UserId user, qint64 step);
Result<bool> removeTotp(Connection &connection, UserId user);

/** @p hashes are SHA-256; those there were are gone. */
Result<> replaceRecoveryCodes(Connection &connection, UserId user, const QList<QByteArray> &hashes);
Result<qint64> countRecoveryCodes(Connection &connection, UserId user);
/** False where the person has no such code. */
Result<bool> takeRecoveryCode(Connection &connection, UserId user, const QByteArray &hash);

/** The wrong codes of the hour that ended with the last one. */
struct Failures {
    qint64 count = 0;
    Timestamp last;
};
Result<Failures> failures(Connection &connection, UserId user, qint64 windowSeconds);
/** Forgets those that are older than the window. */
Result<> addFailure(Connection &connection, UserId user, Timestamp now, qint64 windowSeconds);

} // namespace plexi::store::second_factors
