// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/software_authenticator.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** A passkey's life over HTTP, against the real server. */
class PasskeysTest : public QObject
{
    Q_OBJECT

private slots:
    void registersSignsInAndIsDeleted()
    {
        QTemporaryDir folder;
        QFile config(folder.filePath(u"config.toml"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write("[server]\npublic_url = \"https://chat.example.com\"\n");
        config.close();
        ServerProcess server;
        QVERIFY2(server.start({u"--config"_s, config.fileName()}), server.standardError().constData());
        RestClient john(server.url());
        QCOMPARE(john.signIn(u"john"_s, u"john12345"_s).status, 200);
        SoftwareAuthenticator device;
        const Answer options = john.post(u"/api/v1/auth/passkeys/options"_s, {});
        QCOMPARE(options.status, 200);
        const QJsonObject made = device.registration(options.json["public_key"_L1].toObject());
        const Answer added = john.post(u"/api/v1/auth/passkeys"_s, {{"name"_L1, "Phone"_L1}, {"credential"_L1, made}});
        QCOMPARE(added.status, 201);
        QCOMPARE(added.json["name"_L1].toString(), u"Phone"_s);
        QCOMPARE(john.post(u"/api/v1/auth/passkeys"_s, {{"credential"_L1, made}}).status, 409);
        QCOMPARE(john.post(u"/api/v1/auth/passkeys"_s, {{"credential"_L1, 1}}).status, 422);

        RestClient nobody(server.url());
        const auto present = [&] {
            const Answer request = nobody.post(u"/api/v1/auth/passkeys/sign-in/options"_s, {});
            return nobody.post(u"/api/v1/auth/passkeys/sign-in"_s,
                               {{"credential"_L1, device.assertion(request.json["public_key"_L1].toObject())},
                                {"remember_me"_L1, true}});
        };
        const Answer signedIn = present();
        QCOMPARE(signedIn.status, 200);
        QVERIFY(signedIn.header("Set-Cookie").contains("Max-Age=2592000"));
        nobody.setAccessToken(signedIn.json["access_token"_L1].toString());
        QCOMPARE(nobody.get(u"/api/v1/users/me"_s).json["username"_L1].toString(), u"john"_s);

        const Answer list = john.get(u"/api/v1/auth/passkeys"_s);
        QCOMPARE(list.json["passkeys"_L1].toArray().size(), 1);
        const QString path = u"/api/v1/auth/passkeys/"_s + added.json["id"_L1].toString();
        QCOMPARE(john.remove(path).status, 204);
        QCOMPARE(john.remove(path).status, 404);
        const Answer refused = present();
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.errorCode(), u"INVALID_CREDENTIALS"_s);
    }

    void withoutAPublicAddressTheyAreNotThere()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        RestClient nobody(server.url());
        const Answer refused = nobody.post(u"/api/v1/auth/passkeys/sign-in/options"_s, {});
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.errorCode(), u"SERVICE_UNAVAILABLE"_s);
    }
};

QTEST_GUILESS_MAIN(PasskeysTest)
#include "passkeys_test.moc"
