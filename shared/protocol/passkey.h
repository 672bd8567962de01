// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>

#include <optional>

namespace plexi::protocol {

class Schema;

/** A passkey as its owner sees it. */
struct Passkey {
    PasskeyId id;
    QString name;
    bool isBackedUp = false;
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** The body that registers a passkey: a RegistrationResponseJSON of Web Authentication under `credential`. */
struct NewPasskey {
    /** Empty for a name by its date. */
    QString name;
    QByteArray clientDataJson;
    QByteArray attestationObject;

    static Result<NewPasskey> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body that signs in by a passkey: an AuthenticationResponseJSON under `credential`. */
struct PasskeySignIn {
    QByteArray credentialId;
    QByteArray clientDataJson;
    QByteArray authenticatorData;
    QByteArray signature;
    /** Whose key the authenticator says it is. */
    QByteArray userHandle;
    bool rememberMe = false;

    static Result<PasskeySignIn> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
