// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/api_people.h"

#include "server/security/token_signer.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

const QString kUsername = u"john"_s;
const QString kPassword = u"john12345"_s;
constexpr UserId kUser{456};

QJsonObject claimsOf(const QString &token)
{
    const QByteArray payload = token.section(u'.', 1, 1).toLatin1();
    return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding)).object();
}

} // namespace

QLatin1StringView wayName(Way way)
{
    switch (way) {
    case Way::None:
        return "nothing"_L1;
    case Way::BadToken:
        return "a bad token"_L1;
    case Way::ExpiredToken:
        return "an expired token"_L1;
    case Way::Token:
        return "a token"_L1;
    case Way::StaleToken:
        return "a token of long ago"_L1;
    case Way::CookieWithOrigin:
        return "a cookie with the Origin"_L1;
    case Way::CookieWithoutOrigin:
        return "a cookie without Origin"_L1;
    case Way::CookieWithForeignOrigin:
        return "a cookie with a foreign Origin"_L1;
    case Way::ReadKey:
        return "a key that reads"_L1;
    case Way::WriteKey:
        return "a key that writes"_L1;
    case Way::AdminKey:
        return "a key of an admin"_L1;
    case Way::ExpiredKey:
        return "an expired key"_L1;
    }
    return {};
}

ApiPerson::ApiPerson(const WholeServer &server) : m_server(server), m_client(server.url())
{
    setRole(u"admin"_s); // else no key with the scope of admins
    revive();
    m_readKey = makeKey({u"read"_s});
    m_writeKey = makeKey({u"read"_s, u"write"_s});
    m_adminKey = makeKey({u"read"_s, u"write"_s, u"admin"_s});
    m_expiredKey = makeKey({u"read"_s, u"write"_s, u"admin"_s}, u"2025-12-31T23:59:59Z"_s);
    m_expiredToken = expiredToken();
}

void ApiPerson::run(const QString &statement) const
{
    const QString name = u"api_people"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(m_server.databasePath());
        if (!database.open())
            qFatal("%ls", qUtf16Printable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(statement))
            qFatal("%ls", qUtf16Printable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

void ApiPerson::setRole(const QString &role)
{
    run(u"UPDATE user_roles SET role = '%1' WHERE user_id = %2"_s.arg(role).arg(kUser.value()));
}

void ApiPerson::revive()
{
    const auto isDead = [this](Way way) {
        RestClient asker(m_server.url());
        return asker.send("GET", u"/api/v1/users/me"_s, {}, headers(way)).status == 401;
    };
    if (m_client.accessToken().isEmpty() || isDead(Way::Token)) {
        if (m_client.signIn(kUsername, kPassword).status != 200)
            qFatal("cannot sign in");
    }
    if (m_staleToken.isEmpty() || isDead(Way::StaleToken)) {
        RestClient other(m_server.url());
        other.signIn(kUsername, kPassword);
        m_staleToken = other.accessToken();
        const QString session = claimsOf(m_staleToken).value("sid"_L1).toString();
        run(u"UPDATE sessions SET authenticated_at = 0 WHERE id = %1"_s.arg(session.section(u'_', 1)));
    }
    if (m_cookie.isEmpty() || isDead(Way::CookieWithOrigin)) {
        RestClient other(m_server.url());
        m_cookie = other.signIn(kUsername, kPassword).header("Set-Cookie").split(';').first();
    }
}

QString ApiPerson::makeKey(const QStringList &scopes, const QString &expiresAt)
{
    QJsonObject body{{"name"_L1, "test"_L1}, {"permissions"_L1, QJsonArray::fromStringList(scopes)}};
    if (!expiresAt.isEmpty())
        body.insert("expires_at"_L1, expiresAt);
    const Answer answer = m_client.post(u"/api/v1/auth/api-keys"_s, body);
    if (answer.status != 201)
        qFatal("no key: %s", answer.body.constData());
    return answer.json.value("key"_L1).toString();
}

QString ApiPerson::expiredToken() const
{
    auto keys = security::KeyRing::loadOrCreate(m_server.dataFilePath(u"secret.key"_s));
    if (!keys)
        qFatal("no keys");
    const auto session = SessionId::fromString(claimsOf(m_client.accessToken()).value("sid"_L1).toString());
    if (!session)
        qFatal("no session");
    const Timestamp now = Timestamp::now();
    return security::TokenSigner(std::move(*keys))
        .sign(security::KeyPurpose::AccessToken,
              {.userId = kUser,
               .sessionId = *session,
               .issuedAt = now.plusSeconds(-3600),
               .expiresAt = now.plusSeconds(-60),
               .tokenId = {}});
}

QList<QNetworkReply::RawHeaderPair> ApiPerson::headers(Way way) const
{
    const auto bearer = [](const QString &token) -> QList<QNetworkReply::RawHeaderPair> {
        return {{"Authorization", "Bearer " + token.toLatin1()}};
    };
    const auto key = [](const QString &secret) -> QList<QNetworkReply::RawHeaderPair> {
        return {{"X-API-Key", secret.toLatin1()}};
    };
    const QByteArray ownOrigin = m_server.url().toString(QUrl::RemovePath).toLatin1();
    switch (way) {
    case Way::None:
        return {};
    case Way::BadToken:
        return bearer(m_client.accessToken().chopped(2) + "xx"_L1);
    case Way::ExpiredToken:
        return bearer(m_expiredToken);
    case Way::Token:
        return bearer(m_client.accessToken());
    case Way::StaleToken:
        return bearer(m_staleToken);
    case Way::CookieWithOrigin:
        return {{"Cookie", m_cookie}, {"Origin", ownOrigin}};
    case Way::CookieWithoutOrigin:
        return {{"Cookie", m_cookie}};
    case Way::CookieWithForeignOrigin:
        return {{"Cookie", m_cookie}, {"Origin", "https://elsewhere.example"}};
    case Way::ReadKey:
        return key(m_readKey);
    case Way::WriteKey:
        return key(m_writeKey);
    case Way::AdminKey:
        return key(m_adminKey);
    case Way::ExpiredKey:
        return key(m_expiredKey);
    }
    return {};
}

} // namespace plexi::test
