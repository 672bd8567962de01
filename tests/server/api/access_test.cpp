// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/openapi_document.h"
#include "server/security/permissions.h"
#include "tests/support/api_people.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

using http::Method;
using http::Route;

namespace {

const QStringList kRoles{u"user"_s, u"moderator"_s, u"admin"_s};

/** Well-formed names of what there is not: the answer to who may ask is 404, and not the 403 of a channel's own rules. */
const QHash<QString, QString> kUnknownThings{
    {u"channel_id"_s, u"channel_99"_s},
    {u"message_id"_s, u"msg_99"_s},
    {u"user_id"_s, u"user_99"_s},
    {u"key_id"_s, u"key_99"_s},
    {u"passkey_id"_s, u"passkey_99"_s},
    {u"provider"_s, u"nobody"_s},
    {u"identity_id"_s, u"identity_99"_s},
    {u"session_id"_s, u"session_99"_s},
    {u"file_id"_s, u"file_99"_s},
    {u"version"_s, u"0"_s},
    {u"asset"_s, u"nothing.js"_s},
    {u"emoji"_s, u"\U0001F44D"_s},
    {u"code"_s, u"unknown"_s},
    {u"scheduled_id"_s, u"scheduled_99"_s},
    {u"emoji_name"_s, u"nothing"_s},
    {u"bot_id"_s, u"user_99"_s},
    {u"hook_id"_s, u"hook_99"_s},
    {u"hook_token"_s, u"plh_99"_s},
    {u"webhook_id"_s, u"webhook_99"_s},
    {u"delivery_id"_s, u"delivery_99"_s},
    {u"filename"_s, u"a.txt"_s},
    {u"upload_id"_s, u"upload_99"_s},
};

/** What anybody may ask. Whoever adds to it has thought about what a stranger can do with it. */
const QSet<QString> kPublic{
    u"GET /health"_s,
    u"GET /openapi.json"_s,
    u"GET /docs"_s,
    u"GET /docs/{version}/{asset}"_s,
    u"GET /redoc"_s,
    u"OPTIONS /api/v1/files/uploads"_s,
    u"GET /files/{file_id}/{filename}"_s,
    u"GET /api/v1/version"_s,
    u"POST /api/v1/auth/login"_s,
    u"POST /api/v1/auth/mfa/sms/send"_s,
    u"POST /api/v1/auth/mfa/verify"_s,
    u"GET /api/v1/auth/oidc"_s,
    u"GET /api/v1/auth/oidc/{provider}/start"_s,
    u"GET /api/v1/auth/oidc/{provider}/callback"_s,
    u"POST /api/v1/auth/oidc/exchange"_s,
    u"POST /api/v1/auth/passkeys/sign-in"_s,
    u"POST /api/v1/auth/passkeys/sign-in/options"_s,
    u"POST /api/v1/auth/refresh"_s,
    u"POST /api/v1/auth/register"_s,
    u"POST /api/v1/hooks/{hook_token}"_s,
};

QString nameOf(const Route &route)
{
    return http::methodName(route.method) + u' ' + route.pattern;
}

enum class Expected { Passes, NoCredential, BadToken, Expired, Forbidden, NeedsProof };

/** Empty where the request passes. */
QString codeOf(Expected expected)
{
    switch (expected) {
    case Expected::Passes:
        return {};
    case Expected::NoCredential:
        return errorName(ErrorCode::AuthenticationRequired);
    case Expected::BadToken:
        return errorName(ErrorCode::InvalidToken);
    case Expected::Expired:
        return errorName(ErrorCode::TokenExpired);
    case Expected::Forbidden:
        return errorName(ErrorCode::InsufficientPermissions);
    case Expected::NeedsProof:
        return errorName(ErrorCode::ReauthenticationRequired);
    }
    return {};
}

/** The rights of a person of @p role, who comes by @p way. */
QStringList permissionsOf(const QString &role, Way way)
{
    QStringList all = security::permissionsOf({role});
    switch (way) {
    case Way::ReadKey:
        return security::permissionsWithin({.read = true}, all);
    case Way::WriteKey:
        return security::permissionsWithin({.read = true, .write = true}, all);
    case Way::AdminKey:
        return security::permissionsWithin({.read = true, .write = true, .admin = true}, all);
    default:
        return all;
    }
}

/** What the contract says, out of nothing but the route's line. */
Expected expectedOf(const Route &route, Way way, const QString &role)
{
    if (route.access == http::Access::Public)
        return Expected::Passes;
    // A browser's rule is by method: a POST that only reads needs its Origin too.
    const bool isChange = route.changes || (route.method != http::Method::Get && route.method != http::Method::Head);
    const bool isKey = way == Way::ReadKey || way == Way::WriteKey || way == Way::AdminKey;
    switch (way) {
    case Way::None:
        return Expected::NoCredential;
    case Way::BadToken:
        return Expected::BadToken;
    case Way::ExpiredToken:
    case Way::ExpiredKey:
        return Expected::Expired;
    case Way::CookieWithoutOrigin:
        if (isChange)
            return Expected::Forbidden;
        break;
    case Way::CookieWithForeignOrigin:
        return isChange ? Expected::Forbidden : Expected::NoCredential;
    case Way::ReadKey:
        if (route.changes)
            return Expected::Forbidden;
        break;
    default:
        break;
    }
    if (!route.permission.isEmpty() && !permissionsOf(role, way).contains(route.permission))
        return Expected::Forbidden;
    if ((route.sudo || route.sessionOnly) && isKey)
        return Expected::Forbidden;
    if (route.sudo && way == Way::StaleToken)
        return Expected::NeedsProof;
    return Expected::Passes;
}

} // namespace

/**
 * Every route, asked in every way by every role. What must come out is computed from the route's line, so a route that
 * lets in whom its line does not, or the other way round, fails here without being listed.
 */
class AccessTest : public QObject
{
    Q_OBJECT

private:
    WholeServer m_server;
    std::unique_ptr<ApiPerson> m_person;

private slots:
    void initTestCase() { m_person = std::make_unique<ApiPerson>(m_server); }
    void cleanupTestCase() { m_person.reset(); }

    void onlyTheseArePublic()
    {
        QSet<QString> open;
        for (const Route &route : m_server.routes()) {
            if (route.access == http::Access::Public)
                open.insert(nameOf(route));
        }
        QCOMPARE((open - kPublic).values(), QStringList());
        QCOMPARE((kPublic - open).values(), QStringList());
    }

    void administrationNeedsAPermission()
    {
        for (const Route &route : m_server.routes()) {
            if (route.pattern.startsWith("/api/v1/admin/"_L1))
                QVERIFY2(!route.permission.isEmpty(), qPrintable(nameOf(route)));
        }
    }

    void everyRouteInEveryWay_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; const Route &route : m_server.routes())
            QTest::newRow(qPrintable(nameOf(route))) << i++;
    }

    void everyRouteInEveryWay()
    {
        QFETCH(const int, index);
        const Route &route = m_server.routes()[static_cast<std::size_t>(index)];
        QString path = route.pattern;
        for (const QString &name : docs::pathParametersOf(route.pattern)) {
            QVERIFY2(kUnknownThings.contains(name), qPrintable("kUnknownThings has no "_L1 + name));
            path.replace(u'{' + name + u'}', kUnknownThings.value(name));
        }
        RestClient client(m_server.url());
        for (const QString &role : kRoles) {
            m_person->setRole(role);
            for (const Way way : kWays) {
                const QByteArray method = http::methodName(route.method).toString().toLatin1();
                const Answer answer = client.send(method, path, {}, m_person->headers(way));
                const QString expected = codeOf(expectedOf(route, way, role));
                const QByteArray message = QString(u"%1 as %2: %3 %4"_s)
                                               .arg(wayName(way), role)
                                               .arg(answer.status)
                                               .arg(QString::fromUtf8(answer.body.left(300)))
                                               .toUtf8();
                if (!expected.isEmpty() && route.method == http::Method::Head) {
                    QVERIFY2(answer.status == http::httpStatus(errorCodeFromName(expected)), message.constData());
                } else if (!expected.isEmpty()) {
                    QVERIFY2(answer.errorCode() == expected, message.constData());
                } else {
                    QVERIFY2(answer.status > 0 && (answer.status < 500 || answer.status == 503), message.constData());
                    for (const ErrorCode refusal :
                         {ErrorCode::AuthenticationRequired, ErrorCode::InvalidToken, ErrorCode::TokenExpired,
                          ErrorCode::InsufficientPermissions, ErrorCode::ReauthenticationRequired})
                        QVERIFY2(answer.errorCode() != errorName(refusal), message.constData());
                    if (route.changes)
                        m_person->revive();
                }
            }
        }
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::AccessTest)
#include "access_test.moc"
