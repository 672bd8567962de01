// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** Newcomers at the real server: as it is set up by default, with --dev, and closed. */
class RegistrationTest : public QObject
{
    Q_OBJECT

private slots:
    void anInvitationIsNeededByDefault()
    {
        ServerProcess server(ServerProcess::World::Normal);
        QVERIFY2(server.start({u"--rate-limits"_s, u"off"_s}), server.standardError().constData());
        QFile file(server.dataDirectory() + "/initial-admin-password"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        RestClient admin(server.url(), u"admin"_s, QString::fromUtf8(file.readAll()).trimmed());
        RestClient stranger(server.url());
        const Answer refused = stranger.post(kPath, person(u"ada"_s));
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json["error"_L1]["details"_L1]["field"_L1].toString(), u"invite_code"_s);

        const Answer made = admin.post(u"/api/v1/invites"_s, {{"max_uses"_L1, 1}, {"expires_in"_L1, 3600}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json["max_uses"_L1].toInt(), 1);
        const QString code = made.json["code"_L1].toString();
        const Answer joined = stranger.post(kPath, person(u"ada"_s, code));
        QCOMPARE(joined.status, 201);
        QCOMPARE(joined.json["username"_L1].toString(), u"ada"_s);
        QCOMPARE(joined.json["roles"_L1].toArray(), QJsonArray{"user"_L1});
        QVERIFY(!joined.body.contains("password"));
        QVERIFY(joined.header("Set-Cookie").isEmpty());
        QCOMPARE(stranger.post(kPath, person(u"eve"_s, code)).errorCode(), u"VALIDATION_ERROR"_s);
        QCOMPARE(stranger.get(u"/api/v1/invites"_s).status, 401);

        RestClient ada(server.url(), u"ada"_s, kPassword);
        QVERIFY(ada.get(u"/api/v1/channels/general"_s).json["is_member"_L1].toBool());
        QCOMPARE(ada.get(u"/api/v1/invites"_s).json["invites"_L1].toArray().size(), 0);
        QCOMPARE(ada.remove(u"/api/v1/invites/"_s + code).status, 404);
        const Answer list = admin.get(u"/api/v1/invites"_s);
        QCOMPARE(list.json["invites"_L1][0]["uses"_L1].toInt(), 1);
        QCOMPARE(list.json["pagination"_L1]["total_count"_L1].toInt(), 1);
        QCOMPARE(admin.remove(u"/api/v1/invites/"_s + code).status, 204);
        QCOMPARE(admin.remove(u"/api/v1/invites/"_s + code).status, 404);

        // Members invite too, and a body is not needed.
        const Answer second = ada.sendRaw("POST", u"/api/v1/invites"_s, {}, {});
        QCOMPARE(second.status, 201);
        QVERIFY(second.json["max_uses"_L1].isNull());
        QVERIFY(server.restart());
        QCOMPARE(stranger.post(kPath, person(u"eve"_s, second.json["code"_L1].toString())).status, 201);
        QCOMPARE(ada.post(u"/api/v1/invites"_s, {{"max_uses"_L1, 0}}).status, 422);
        QCOMPARE(ada.post(u"/api/v1/invites"_s, {{"expires_at"_L1, "2020-01-01T00:00:00Z"_L1}}).status, 422);
        QCOMPARE(ada.post(u"/api/v1/invites"_s, {{"expires_at"_L1, "2020-01-01T00:00:00Z"_L1}, {"expires_in"_L1, 5}})
                     .json["error"_L1]["details"_L1]["field"_L1]
                     .toString(),
                 u"expires_in"_s);
    }

    void theDevWorldIsOpenAndLimited()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        RestClient stranger(server.url());
        QCOMPARE(stranger.post(kPath, person(u"ada"_s)).status, 201);
        QCOMPARE(stranger.post(kPath, person(u"ADA"_s)).errorCode(), u"CONFLICT"_s);
        const Answer faulty = stranger.post(kPath, {{"username"_L1, "x"_L1}, {"password"_L1, "short"_L1}});
        QCOMPARE(faulty.status, 422);
        QCOMPARE(faulty.json["error"_L1]["details"_L1]["errors"_L1].toArray().size(), 3);
        QCOMPARE(faulty.header("X-RateLimit-Limit"), QByteArray("10"));
        // As many as there may be sign-ins from one address.
        Answer last;
        for (int i = 0; i < 25 && last.status != 429; ++i)
            last = stranger.post(kPath, {});
        QCOMPARE(last.errorCode(), u"RATE_LIMIT_EXCEEDED"_s);
    }

    void closedIsClosed()
    {
        const QTemporaryDir folder;
        QFile config(folder.filePath(u"plexichat.toml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[auth]\nregistration = \"closed\"\n");
        config.close();
        ServerProcess server(ServerProcess::World::Normal);
        QVERIFY2(server.start({u"--config"_s, config.fileName()}), server.standardError().constData());
        RestClient stranger(server.url());
        const Answer refused = stranger.post(kPath, person(u"ada"_s));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.errorCode(), u"INSUFFICIENT_PERMISSIONS"_s);
    }

private:
    static QJsonObject person(const QString &username, const QString &code = {})
    {
        QJsonObject body{
            {"username"_L1, username}, {"email"_L1, username + "@example.com"_L1}, {"password"_L1, kPassword}};
        if (!code.isEmpty())
            body.insert("invite_code"_L1, code);
        return body;
    }

    static inline const QString kPath = QStringLiteral("/api/v1/auth/register");
    static inline const QString kPassword = QStringLiteral("a good long password");
};

QTEST_GUILESS_MAIN(RegistrationTest)
#include "registration_test.moc"
