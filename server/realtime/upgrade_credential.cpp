// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/upgrade_credential.h"

using namespace Qt::StringLiterals;

namespace plexi::realtime {

using security::Credential;

namespace {

constexpr QByteArrayView kCookie = "plexichat_session";

/** The value of the session cookie in all `Cookie` headers (RFC 6265, section 5.4); empty where there is none. */
QByteArray sessionCookie(const QHttpHeaders &headers)
{
    for (const QByteArray &header : headers.values(QHttpHeaders::WellKnownHeader::Cookie)) {
        for (const QByteArray &pair : header.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0 && QByteArrayView(pair).first(equals).trimmed() == kCookie)
                return pair.sliced(equals + 1).trimmed();
        }
    }
    return {};
}

QByteArray bearerToken(const QByteArray &authorization)
{
    constexpr QByteArrayView kScheme = "bearer ";
    if (QByteArrayView(authorization)
            .first(std::min(authorization.size(), kScheme.size()))
            .compare(kScheme, Qt::CaseInsensitive)
        != 0)
        return {};
    return authorization.sliced(kScheme.size()).trimmed();
}

} // namespace

std::optional<Credential> upgradeCredential(const net::RequestHead &head, const net::OriginPolicy &policy)
{
    if (const QString token = head.query.queryItemValue(u"token"_s, QUrl::FullyDecoded); !token.isEmpty())
        return Credential{Credential::Kind::AccessTokenOrApiKey, token};
    if (const QByteArray token = bearerToken(head.header("Authorization")); !token.isEmpty())
        return Credential{Credential::Kind::Bearer, QString::fromUtf8(token)};
    if (const QByteArray key = head.header("X-API-Key").trimmed(); !key.isEmpty())
        return Credential{Credential::Kind::ApiKey, QString::fromUtf8(key)};
    const QByteArray cookie = sessionCookie(head.headers);
    if (!cookie.isEmpty() && policy.isTrusted(head.header("Origin"), head))
        return Credential{Credential::Kind::Cookie, QString::fromUtf8(cookie)};
    return std::nullopt;
}

} // namespace plexi::realtime
