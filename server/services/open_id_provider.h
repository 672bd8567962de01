// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/outgoing_client.h"
#include "server/security/id_token.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QCoro/QCoroTask>
#include <QMutex>
#include <QUrl>

#include <functional>
#include <optional>

namespace plexi::services {

/**
 * Talks to one OpenID provider: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636). What it says
 * of itself and its keys are fetched when they are needed and kept for an hour. Thread-safe. Coroutines need an event
 * loop on the calling thread and resume there. ServiceUnavailable where the provider cannot be talked to.
 */
class OpenIdProvider
{
public:
    struct Settings {
        QString name;
        QString issuer;
        QString clientId;
        /** Empty for a client that has none. */
        QString clientSecret = {};
        bool createsAccounts = false;
    };

    /** @p client is not owned and outlives this. */
    OpenIdProvider(Settings settings, outgoing::OutgoingClient &client, std::function<Timestamp()> clock);

    const Settings &settings() const { return m_settings; }

    struct Question {
        QString redirectUri;
        QString state;
        QString nonce;
        /** base64url of SHA-256. */
        QString codeChallenge;
    };
    /** Where a browser is sent to. */
    QCoro::Task<Result<QUrl>> authorizationUrl(Question question);

    struct Answer {
        QString code;
        /** RFC 9207: who answers, where that was said. */
        std::optional<QString> issuer;
        /** Those of the question. */
        QString redirectUri;
        QString nonce;
        QString codeVerifier;
    };
    /** Who the person is. InvalidCredentials where the answer proves nothing. */
    QCoro::Task<Result<security::IdToken>> redeem(Answer answer);

private:
    /** What a provider says of itself (OpenID Connect Discovery 1.0, section 3; RFC 8414). */
    struct Metadata {
        QUrl authorizationEndpoint;
        QUrl tokenEndpoint;
        QUrl keysUrl;
        bool takesBasic = true;
        bool namesIssuer = false;
        Timestamp fetchedAt;
    };
    enum class Freshness { Kept, New };

    QCoro::Task<Result<Metadata>> metadata();
    Result<Metadata> readMetadata(const QByteArray &json) const;
    /** New ones are fetched once in a while only: whoever makes up key ids must not have us ask again and again. */
    QCoro::Task<Result<security::JsonWebKeySet>> keys(QUrl url, Freshness freshness);
    QCoro::Task<Result<QByteArray>> idToken(Metadata metadata, Answer answer);
    QCoro::Task<Result<QByteArray>> get(QUrl url);
    std::unexpected<Error> unavailable(const QString &reason) const;
    std::unexpected<Error> refused(QLatin1StringView reason) const;

    const Settings m_settings;
    outgoing::OutgoingClient &m_client;
    const std::function<Timestamp()> m_clock;
    QMutex m_mutex;
    std::optional<Metadata> m_metadata;
    security::JsonWebKeySet m_keys;
    /** When they were asked for last. */
    std::optional<Timestamp> m_keysFetchedAt;
};

} // namespace plexi::services
