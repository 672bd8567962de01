// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <array>

namespace plexi::test {

/** Ways to come to the API, good ones and bad ones. */
enum class Way {
    None,
    BadToken,
    ExpiredToken,
    Token,
    /** Of a session whose person proved who they are long ago. */
    StaleToken,
    CookieWithOrigin,
    CookieWithoutOrigin,
    CookieWithForeignOrigin,
    ReadKey,
    WriteKey,
    AdminKey,
    ExpiredKey,
};

inline constexpr std::array kWays{
    Way::None,
    Way::BadToken,
    Way::ExpiredToken,
    Way::Token,
    Way::StaleToken,
    Way::CookieWithOrigin,
    Way::CookieWithoutOrigin,
    Way::CookieWithForeignOrigin,
    Way::ReadKey,
    Way::WriteKey,
    Way::AdminKey,
    Way::ExpiredKey,
};

/** "a bad token" */
QLatin1StringView wayName(Way way);

/** A person of the reference's world with every kind of credential, whose role can be changed. */
class ApiPerson
{
public:
    /** Signs in, and makes keys with all scopes. */
    explicit ApiPerson(const WholeServer &server);

    /** At once, for all credentials. */
    void setRole(const QString &role);
    QList<QNetworkReply::RawHeaderPair> headers(Way way) const;
    /** Signs in anew where a request has ended a session. */
    void revive();

private:
    void run(const QString &statement) const;
    QString makeKey(const QStringList &scopes, const QString &expiresAt = {});
    QString expiredToken() const;

    const WholeServer &m_server;
    RestClient m_client;
    QString m_staleToken;
    QByteArray m_cookie;
    QString m_readKey;
    QString m_writeKey;
    QString m_adminKey;
    QString m_expiredKey;
    QString m_expiredToken;
};

} // namespace plexi::test
