// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>

#include <optional>

namespace plexi {

struct IdentityTag {
    static constexpr QLatin1StringView kPrefix{"identity_"};
};
using IdentityId = Id<IdentityTag>;

} // namespace plexi

namespace plexi::protocol {

class Schema;

/** An OpenID provider that one may sign in with. */
struct IdentityProvider {
    QString name;
    QString issuer;
    /** Where signing in begins: a path on this server. */
    QString startUrl;

    QJsonObject toJson() const;
    static Schema schema();
};

/** Who a person is for an OpenID provider, as that person sees it. */
struct Identity {
    IdentityId id;
    /** The provider's name here; empty where it is not configured any more. */
    QString provider;
    QString issuer;
    /** What the provider called the person last. */
    QString label;
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** The body that an app ends signing in at a provider with, or linking an identity. */
struct IdentityProof {
    QString code;
    /** RFC 7636. */
    QString codeVerifier;
    bool rememberMe = false;

    static Result<IdentityProof> fromJson(const QJsonObject &object);
    /** As the body of signing in, and of linking, which remembers nobody. */
    static Schema signInSchema();
    static Schema linkSchema();
};

} // namespace plexi::protocol
