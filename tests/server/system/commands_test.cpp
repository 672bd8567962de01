// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/socket_client.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** The command line of the real binary: what it prints, what it refuses, what it returns. */
class CommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"sreve"_s};
        QTest::newRow("unknown option") << QStringList{u"serve"_s, u"--dta-dir"_s, u"x"_s};
        QTest::newRow("no data directory") << QStringList{u"serve"_s};
        QTest::newRow("no value") << QStringList{u"serve"_s, u"--data-dir"_s};
        QTest::newRow("bad address") << QStringList{u"serve"_s, u"--data-dir"_s, u"x"_s, u"--listen"_s, u"nonsense"_s};
        QTest::newRow("bad rate limits") << QStringList{u"serve"_s, u"--data-dir"_s, u"x"_s, u"--rate-limits"_s,
                                                        u"maybe"_s};
        QTest::newRow("stray word") << QStringList{u"serve"_s, u"--data-dir"_s, u"x"_s, u"now"_s};
        QTest::newRow("user without verb") << QStringList{u"user"_s, u"--data-dir"_s, u"x"_s};
    }

    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        const auto outcome = ServerProcess::runCommand(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY(!outcome.error.isEmpty());
        QVERIFY(!QFile::exists(u"x"_s));
    }

    void servesTheDevWorldOnLoopbackOnly()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        RestClient anybody(server.url());
        QCOMPARE(anybody.get(u"/health"_s).status, 200);
        QCOMPARE(anybody.get(u"/api/v1/version"_s).json.value("version"_L1).toString(), u"a.1.1-1"_s);
        QCOMPARE(anybody.signIn(u"admin"_s, u"admin123"_s).status, 200);

        const QTemporaryDir directory;
        const auto open = ServerProcess::runCommand(
            {u"serve"_s, u"--data-dir"_s, directory.filePath(u"data"_s), u"--dev"_s, u"--listen"_s, u"0.0.0.0:0"_s});
        QCOMPARE(open.status, 1);
        QCOMPARE(open.error.count('\n'), 1);
    }

    void firstStartPrintsAPasswordOnce()
    {
        ServerProcess server(ServerProcess::World::Normal);
        QVERIFY2(server.start(), server.standardError().constData());
        QFile file(server.dataDirectory() + "/initial-admin-password"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QString password = QString::fromUtf8(file.readAll()).trimmed();
        QVERIFY(password.size() >= 16);
        RestClient admin(server.url());
        QCOMPARE(admin.signIn(u"admin"_s, password).status, 200);
        QCOMPARE(admin.get(u"/api/v1/channels/general"_s).json.value("slug"_L1).toString(), u"general"_s);
        RestClient nobody(server.url());
        QCOMPARE(nobody.signIn(u"admin"_s, u"admin123"_s).status, 401);
    }

    void oneServerForADirectory()
    {
        ServerProcess first;
        QVERIFY2(first.start(), first.standardError().constData());
        const auto second = ServerProcess::runCommand(
            {u"serve"_s, u"--dev"_s, u"--data-dir"_s, first.dataDirectory(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.status, 1);
        QVERIFY(second.error.contains("another server"));
        const auto samePort = ServerProcess::runCommand({u"serve"_s, u"--dev"_s, u"--data-dir"_s,
                                                         first.dataDirectory() + "-other"_L1, u"--listen"_s,
                                                         u"127.0.0.1:%1"_s.arg(first.url().port())});
        QCOMPARE(samePort.status, 1);
        QCOMPARE(samePort.error.count('\n'), 1);
    }

    void stopsOnTermWithOpenSockets()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        RestClient admin(server.url());
        QCOMPARE(admin.signIn(u"admin"_s, u"admin123"_s).status, 200);
        SocketClient socket;
        QVERIFY(socket.signIn(server.webSocketUrl(), admin.accessToken()));
        QVERIFY(server.terminate(5'000));
        QVERIFY(socket.waitForClose());
    }

    void refusesAConfigurationItDoesNotKnow()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(u"server.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[server]\nlistn = \"127.0.0.1:0\"\n");
        file.close();
        const auto outcome = ServerProcess::runCommand(
            {u"serve"_s, u"--data-dir"_s, directory.filePath(u"data"_s), u"--config"_s, file.fileName()});
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.error.contains("server.listen"));
    }

    void doctorFindsWhatIsWrong()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        const QStringList doctor{u"doctor"_s, u"--data-dir"_s, server.dataDirectory()};
        const auto beside = ServerProcess::runCommand(doctor);
        QVERIFY2(beside.status == 0, (beside.output + beside.error).constData());

        QVERIFY(server.terminate());
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s,
                     {server.dataDirectory() + "/plexichat.db"_L1,
                      u"UPDATE channels SET message_count = message_count + 7 WHERE id = 123"_s});
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.exitCode(), 0);
        const auto broken = ServerProcess::runCommand(doctor);
        QCOMPARE(broken.status, 1);
        QVERIFY2(broken.output.contains("channel_123"), broken.output.constData());

        // Somebody hides that an account was made.
        sqlite.start(u"sqlite3"_s,
                     {server.dataDirectory() + "/plexichat.db"_L1,
                      u"UPDATE channels SET message_count = message_count - 7 WHERE id = 123; DROP TRIGGER "
                      "audit_entries_stay; UPDATE audit_entries SET action = 'user.updated' WHERE number = 1"_s});
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.exitCode(), 0);
        const auto tampered = ServerProcess::runCommand(doctor);
        QCOMPARE(tampered.status, 1);
        QVERIFY2(tampered.output.contains("audit_1"), tampered.output.constData());
        QVERIFY(QFile::remove(server.dataDirectory() + "/secret.key"_L1));
        QCOMPARE(ServerProcess::runCommand(doctor).status, 1);
        QVERIFY(!QFile::exists(server.dataDirectory() + "/secret.key"_L1));

        QCOMPARE(ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, u"/nonexistent"_s}).status, 1);
    }

    void usersCanBeMendedWithoutSigningIn()
    {
        ServerProcess server(ServerProcess::World::Normal);
        const auto user = [&](const QStringList &more, const QByteArray &input = {}) {
            return ServerProcess::runCommand(
                QStringList{u"user"_s} + more + QStringList{u"--data-dir"_s, server.dataDirectory()}, input);
        };
        const auto added = user({u"add"_s, u"--username"_s, u"grace"_s, u"--role"_s, u"admin"_s},
                                "a long enough password\n");
        QVERIFY2(added.status == 0, added.error.constData());
        QCOMPARE(user({u"add"_s, u"--username"_s, u"grace"_s}, "another password\n").status, 1);
        QCOMPARE(user({u"add"_s, u"--username"_s, u"Not A Name"_s}, "another password\n").status, 1);
        QCOMPARE(user({u"set-password"_s, u"--username"_s, u"grace"_s}, "short\n").status, 1);

        QVERIFY2(server.start(), server.standardError().constData());
        // The first admin is there already: no second one with a printed password.
        QVERIFY(!QFile::exists(server.dataDirectory() + "/initial-admin-password"_L1));
        RestClient grace(server.url());
        QCOMPARE(grace.signIn(u"grace"_s, u"a long enough password"_s).status, 200);
        QVERIFY(grace.get(u"/api/v1/users/me"_s).json.value("roles"_L1).toArray().contains("admin"_L1));

        // Beside the running server.
        QCOMPARE(user({u"set-password"_s, u"--username"_s, u"grace"_s}, "a different password\n").status, 0);
        QCOMPARE(grace.signIn(u"grace"_s, u"a long enough password"_s).status, 401);
        QCOMPARE(grace.signIn(u"grace"_s, u"a different password"_s).status, 200);
        QVERIFY(user({u"list"_s}).output.contains("grace"));
        // And at the very next request, though the server remembers who sent the last one.
        QCOMPARE(grace.get(u"/api/v1/users/me"_s).status, 200);
        QCOMPARE(user({u"add"_s, u"--username"_s, u"hope"_s, u"--role"_s, u"admin"_s}, "another password\n").status, 0);
        QCOMPARE(user({u"set-role"_s, u"--username"_s, u"grace"_s, u"--role"_s, u"user"_s}).status, 0);
        QVERIFY(!grace.get(u"/api/v1/users/me"_s).json.value("roles"_L1).toArray().contains("admin"_L1));
        QCOMPARE(user({u"disable"_s, u"--username"_s, u"grace"_s}).status, 0);
        QCOMPARE(grace.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
