// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/totp.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
namespace totp = plexi::security::totp;
using namespace plexi::test;

/** Signing in with an authenticator as the API reference prints it, against the real server and its real clock. */
class SecondFactorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start({u"--rate-limits"_s, u"off"_s}), m_server.standardError().constData());
    }

    void signingInTakesTwoSteps()
    {
        RestClient john(m_server.url());
        QCOMPARE(john.signIn(u"john"_s, u"john12345"_s).status, 200);
        const Answer begun = john.post(u"/api/v1/auth/mfa/totp"_s, {});
        QCOMPARE(begun.status, 201);
        QVERIFY(begun.json["otpauth_uri"_L1].toString().contains(begun.json["secret"_L1].toString()));
        const QByteArray secret = decoded(begun.json["secret"_L1].toString());
        qint64 step = totp::stepAt(Timestamp::now());
        QCOMPARE(confirm(john, secret, step - 5).errorCode(), u"INVALID_CREDENTIALS"_s);
        const Answer confirmed = confirm(john, secret, step);
        QCOMPARE(confirmed.status, 200);
        const QJsonArray recovery = confirmed.json["recovery_codes"_L1].toArray();
        QCOMPARE(recovery.size(), 10);

        // The documented body, flat and no field more.
        const Answer required = login();
        QCOMPARE(required.status, 401);
        QCOMPARE(required.json.keys(), (QStringList{u"error"_s, u"message"_s, u"mfa_methods"_s, u"temp_token"_s}));
        QCOMPARE(required.json["error"_L1].toString(), u"mfa_required"_s);
        QCOMPARE(required.json["message"_L1].toString(), u"Multi-factor authentication required"_s);
        QCOMPARE(required.json["mfa_methods"_L1].toArray(), (QJsonArray{"totp"_L1, "recovery_code"_L1}));
        QVERIFY(required.header("Set-Cookie").isEmpty());

        const QString token = required.json["temp_token"_L1].toString();
        const QString code = QString::fromLatin1(totp::code(secret, step + 1));
        QCOMPARE(verify(token, code, u"carrier_pigeon"_s).status, 422);
        QCOMPARE(verify(token, code, u"sms"_s).status, 422);
        QCOMPARE(verify(token, u"000000"_s, u"totp"_s).errorCode(), u"INVALID_CREDENTIALS"_s);
        const Answer signedIn = verify(token, code, u"totp"_s);
        QCOMPARE(signedIn.status, 200);
        QCOMPARE(signedIn.json.keys(),
                 (QStringList{u"access_token"_s, u"expires_in"_s, u"refresh_token"_s, u"token_type"_s}));
        QVERIFY(signedIn.header("Set-Cookie").startsWith("plexichat_session="));
        QCOMPARE(verify(token, code, u"totp"_s).errorCode(), u"INVALID_TOKEN"_s);
        QCOMPARE(login({{"mfa_code"_L1, code}}).errorCode(), u"INVALID_CREDENTIALS"_s);
        QCOMPARE(login({{"mfa_code"_L1, recovery[0]}}).status, 200);
        QCOMPARE(login({{"mfa_code"_L1, ""_L1}}).status, 401);
        QCOMPARE(login({{"mfa_code"_L1, 123456}}).status, 422);

        const Answer overview = john.get(u"/api/v1/auth/mfa"_s);
        QCOMPARE(overview.json["recovery_codes_left"_L1].toInt(), 9);
        QCOMPARE(overview.json["totp"_L1]["is_enabled"_L1].toBool(), true);
        QCOMPARE(john.post(u"/api/v1/auth/reauthenticate"_s, {{"mfa_code"_L1, recovery[1]}}).status, 204);
        QCOMPARE(john.post(u"/api/v1/auth/reauthenticate"_s, {}).status, 422);
        QCOMPARE(john.post(u"/api/v1/auth/mfa/recovery-codes"_s, {}).status, 201);
        QCOMPARE(login({{"mfa_code"_L1, recovery[2]}}).status, 401);

        // Kept over a restart, with the lock that wrong codes lead to.
        for (int i = 0; i < 8; ++i)
            (void)login({{"mfa_code"_L1, "aaaa-aaaa-aaaa-aaaa"_L1}});
        QVERIFY(m_server.restart());
        const Answer locked = login({{"mfa_code"_L1, "aaaa-aaaa-aaaa-aaaa"_L1}});
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.errorCode(), u"RATE_LIMIT_EXCEEDED"_s);
        QVERIFY(locked.json["error"_L1]["retry_after"_L1].toInt() > 3000);
        QCOMPARE(locked.header("Retry-After").toInt(), locked.json["error"_L1]["retry_after"_L1].toInt());

        // An admin helps, and john's password alone is enough again.
        RestClient admin(m_server.url());
        QCOMPARE(admin.signIn(u"admin"_s, u"admin123"_s).status, 200);
        QCOMPARE(john.remove(u"/api/v1/admin/users/user_456/mfa"_s).status, 403);
        QCOMPARE(admin.remove(u"/api/v1/admin/users/user_9/mfa"_s).status, 404);
        QCOMPARE(admin.remove(u"/api/v1/admin/users/user_456/mfa"_s).status, 204);
        QCOMPARE(login().status, 200);
    }

    void removingNeedsThePassword()
    {
        RestClient admin(m_server.url());
        QCOMPARE(admin.signIn(u"admin"_s, u"admin123"_s).status, 200);
        const Answer begun = admin.post(u"/api/v1/auth/mfa/totp"_s, {});
        const QByteArray secret = decoded(begun.json["secret"_L1].toString());
        QCOMPARE(confirm(admin, secret, totp::stepAt(Timestamp::now())).status, 200);
        const auto remove = [&](const QJsonObject &body) {
            return admin
                .sendRaw("DELETE", u"/api/v1/auth/mfa/totp"_s, QJsonDocument(body).toJson(),
                         {{"Content-Type", "application/json"}})
                .status;
        };
        QCOMPARE(remove({{"password"_L1, "wrong"_L1}}), 401);
        QCOMPARE(remove({{"pass"_L1, "admin123"_L1}}), 422);
        QCOMPARE(remove({{"password"_L1, "admin123"_L1}}), 204);
        QCOMPARE(remove({{"password"_L1, "admin123"_L1}}), 404);
    }

private:
    static QByteArray decoded(const QString &base32)
    {
        QByteArray bits;
        for (const QChar digit : base32)
            bits += QByteArray::number(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(digit), 2).rightJustified(5, '0');
        QByteArray bytes;
        for (qsizetype at = 0; at + 8 <= bits.size(); at += 8)
            bytes += static_cast<char>(bits.sliced(at, 8).toInt(nullptr, 2));
        return bytes;
    }

    Answer login(QJsonObject body = {})
    {
        body.insert("username"_L1, "john"_L1);
        body.insert("password"_L1, "john12345"_L1);
        return RestClient(m_server.url()).post(u"/api/v1/auth/login"_s, body);
    }

    Answer verify(const QString &token, const QString &code, const QString &method)
    {
        return RestClient(m_server.url())
            .post(u"/api/v1/auth/mfa/verify"_s,
                  {{"temp_token"_L1, token}, {"mfa_code"_L1, code}, {"method"_L1, method}});
    }

    static Answer confirm(RestClient &client, const QByteArray &secret, qint64 step)
    {
        return client.post(u"/api/v1/auth/mfa/totp/confirm"_s,
                           {{"mfa_code"_L1, QString::fromLatin1(totp::code(secret, step))}});
    }

    ServerProcess m_server;
};

QTEST_GUILESS_MAIN(SecondFactorsTest)
#include "second_factors_test.moc"
