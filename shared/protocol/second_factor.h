// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace plexi::protocol {

class Schema;

/** What a person proves themselves with after the password. */
enum class SecondFactor { Totp, RecoveryCode, Sms };

/** "totp", "recovery_code", "sms" */
QLatin1StringView secondFactorName(SecondFactor method);
std::optional<SecondFactor> secondFactorFromName(QStringView name);

/** Code points of the longest code that is looked at. */
inline constexpr qsizetype kMaxMfaCodeSize = 64;

/** The answer to a right password where a code is needed too (401; flat, not in the error envelope). */
struct MfaRequired {
    /** What the person has. */
    QList<SecondFactor> methods;
    /** Good for one sign-in within five minutes. A secret: never log it. */
    QString tempToken;

    QJsonObject toJson() const;
    static Result<MfaRequired> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of the second step of a sign-in. Holds secrets: never log it. */
struct MfaVerification {
    QString tempToken;
    QString mfaCode;
    SecondFactor method = SecondFactor::Totp;

    QJsonObject toJson() const;
    static Result<MfaVerification> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** What an authenticator app is set up with; shown once. A secret: never log it. */
struct TotpEnrolment {
    /** Base32, to be typed. */
    QString secret;
    /** For a QR code. */
    QString otpauthUri;

    QJsonObject toJson() const;
    static Result<TotpEnrolment> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** That a code is on its way. */
struct CodeSent {
    /** But for its end masked, since a password alone does not tell it. */
    QString phoneNumber;
    Timestamp expiresAt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** Which second factors a person has. */
struct SecondFactors {
    QList<SecondFactor> methods;
    /** When the authenticator was confirmed. */
    std::optional<Timestamp> totpSince;
    /** The telephone, once a code has come back from it. */
    std::optional<Timestamp> smsSince;
    std::optional<QString> phoneNumber;
    /** Whether this server can send codes to telephones. */
    bool isSmsAvailable = false;
    qint64 recoveryCodesLeft = 0;
    qint64 passkeys = 0;

    QJsonObject toJson() const;
    static Result<SecondFactors> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
