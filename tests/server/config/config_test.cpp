// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;

/** Defaults < file < environment; every wrong value and unknown name is refused with a sentence that helps. */
class ConfigTest : public QObject
{
    Q_OBJECT

private slots:
    void hasTheDocumentedDefaults()
    {
        const auto config = config::load({}, {});
        QVERIFY(config);
        QCOMPARE(config->server.listenAddress, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(config->server.listenPort, 8000);
        QCOMPARE(config->auth.accessTokenSeconds, 1800);
        QCOMPARE(config->limits.messages, 100);
        QCOMPARE(config->auth.registration, config::Registration::Invite);
    }

    void environmentBeatsFile()
    {
        const QString file = write("[server]\nlisten = \"127.0.0.1:9000\"\nloops = 3\n"
                                   "allowed_origins = [\"https://a.example\", \"https://b.example\"]\n"
                                   "outgoing_allowed = [\"wiki.lan\", \"10.1.0.0/16\", \"::1\"]\n");
        QProcessEnvironment environment;
        environment.insert(u"PLEXICHAT_SERVER_LISTEN"_s, u"[::1]:0"_s);
        environment.insert(u"PLEXICHAT_LIMITS_MAX_FILE_SIZE"_s, u"1024"_s);
        environment.insert(u"PLEXICHAT_USERNAME"_s, u"not a key of ours"_s);
        const auto config = config::load(file, environment);
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->server.listenAddress, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(config->server.listenPort, 0);
        QCOMPARE(config->server.loops, 3);
        QCOMPARE(config->server.allowedOrigins.size(), 2);
        QCOMPARE(config->server.outgoingAllowed.size(), 3);
        QCOMPARE(config->limits.maxFileSize, 1024);
    }

    void readsProviders()
    {
        const QString file = write("[auth.oidc.corp]\nissuer = \"https://login.example/realm/\"\nclient_id = \"chat\"\n"
                                   "create_accounts = true\n[auth.oidc.local]\nissuer = \"http://127.0.0.1:4000\"\n"
                                   "client_id = \"chat\"\n");
        QProcessEnvironment environment;
        environment.insert(u"PLEXICHAT_AUTH_OIDC_CORP_CLIENT_SECRET"_s, u"a secret"_s);
        const auto config = config::load(file, environment);
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->auth.oidc.size(), 2);
        const config::OidcProvider &corp = config->auth.oidc.first();
        QCOMPARE(corp.name, u"corp"_s);
        QCOMPARE(corp.issuer, u"https://login.example/realm/"_s);
        QCOMPARE(corp.clientSecret, u"a secret"_s);
        QVERIFY(corp.createAccounts);
        QVERIFY(!config->auth.oidc.last().createAccounts);
    }

    void readsWhereFilesAre()
    {
        const auto plain = config::load({}, {});
        QVERIFY(plain && !plain->storage.bucket);
        const QString file = write("[storage]\nfiles = \"s3://s3.lan:9000/chat/a/b/?region=garage&scheme=http\"\n"
                                   "s3_access_key = \"access\"\n");
        QProcessEnvironment environment;
        environment.insert(u"PLEXICHAT_STORAGE_S3_SECRET_KEY"_s, u"a/secret"_s);
        const auto config = config::load(file, environment);
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QVERIFY(config->storage.bucket);
        QCOMPARE(config->storage.bucket->endpoint, QUrl(u"http://s3.lan:9000"_s));
        QCOMPARE(config->storage.bucket->name, u"chat"_s);
        QCOMPARE(config->storage.bucket->prefix, u"a/b"_s);
        QCOMPARE(config->storage.bucket->region, u"garage"_s);
        QCOMPARE(config->storage.s3AccessKey, u"access"_s);
        QCOMPARE(config->storage.s3SecretKey, u"a/secret"_s);

        const auto whole = config::load(write("[storage]\nfiles = \"s3://access:a%2Fsecret@s3.example.com/chat\"\n"),
                                        {});
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().message));
        QCOMPARE(whole->storage.bucket->endpoint, QUrl(u"https://s3.example.com"_s));
        QCOMPARE(whole->storage.bucket->prefix, QString());
        QCOMPARE(whole->storage.bucket->region, u"us-east-1"_s);
        QCOMPARE(whole->storage.s3AccessKey, u"access"_s);
        QCOMPARE(whole->storage.s3SecretKey, u"a/secret"_s);
        const auto local = config::load(write("[storage]\nfiles = \"local\"\n"), {});
        QVERIFY(local && !local->storage.bucket);
    }

    void faultsOfTheStoragesAddressKeepItsSecret_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("another scheme") << QByteArray("http://a:hidden@s3.lan/chat");
        QTest::newRow("no host") << QByteArray("s3:///chat?x=hidden");
        QTest::newRow("no bucket") << QByteArray("s3://a:hidden@s3.lan");
        QTest::newRow("no name of a bucket") << QByteArray("s3://a:hidden@s3.lan/Chat");
        QTest::newRow("a prefix that climbs") << QByteArray("s3://a:hidden@s3.lan/chat/../other");
        QTest::newRow("a prefix with signs") << QByteArray("s3://a:hidden@s3.lan/chat/a%20b");
        QTest::newRow("unknown parameter") << QByteArray("s3://a:hidden@s3.lan/chat?acl=public");
        QTest::newRow("unknown scheme") << QByteArray("s3://a:hidden@s3.lan/chat?scheme=ftp");
        QTest::newRow("region") << QByteArray("s3://a:hidden@s3.lan/chat?region=a/b");
    }

    void faultsOfTheStoragesAddressKeepItsSecret()
    {
        QFETCH(const QByteArray, address);
        const auto config = config::load(write("[storage]\nfiles = \"" + address + "\"\n"), {});
        QVERIFY(!config);
        QVERIFY2(config.error().message.contains("storage.files must be"_L1), qPrintable(config.error().message));
        QVERIFY(!config.error().message.contains("hidden"_L1));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown key") << QByteArray("[server]\nlistn = \"127.0.0.1:1\"\n")
                                     << u"unknown key server.listn; did you mean server.listen?"_s;
        QTest::newRow("unknown section") << QByteArray("[sever]\nloops = 1\n") << u"did you mean server.loops?"_s;
        QTest::newRow("top-level key") << QByteArray("loops = 1\n") << u"unknown key loops"_s;
        QTest::newRow("port") << QByteArray("[server]\nlisten = \"127.0.0.1:99999\"\n") << u"server.listen must be"_s;
        QTest::newRow("no port") << QByteArray("[server]\nlisten = \"127.0.0.1\"\n") << u"server.listen must be"_s;
        QTest::newRow("name") << QByteArray("[server]\nlisten = \"example.com:80\"\n") << u"server.listen must be"_s;
        QTest::newRow("text for a number") << QByteArray("[server]\nloops = \"two\"\n") << u"server.loops must be"_s;
        QTest::newRow("negative") << QByteArray("[limits]\nmessages = -1\n") << u"limits.messages must be"_s;
        QTest::newRow("fraction") << QByteArray("[limits]\nmessages = 1.5\n") << u"limits.messages must be"_s;
        QTest::newRow("enum") << QByteArray("[auth]\nregistration = \"maybe\"\n") << u"open, invite or closed"_s;
        QTest::newRow("origin") << QByteArray("[server]\nallowed_origins = [\"a.example\"]\n") << u"origins"_s;
        QTest::newRow("proxy") << QByteArray("[server]\ntrusted_proxies = [\"nonsense\"]\n") << u"networks"_s;
        QTest::newRow("exception") << QByteArray("[server]\noutgoing_allowed = [\"http://wiki.lan\"]\n")
                                   << u"names, addresses or networks"_s;
        QTest::newRow("url with a path") << QByteArray("[server]\npublic_url = \"https://a.example/chat\"\n")
                                         << u"server.public_url must be"_s;
        QTest::newRow("key without certificate") << QByteArray("[server]\ntls_key = \"k.pem\"\n") << u"together"_s;
        QTest::newRow("no such program") << QByteArray("[auth.sms]\ncommand = [\"/nowhere/send\", \"x\"]\n")
                                         << u"auth.sms.command must be"_s;
        QTest::newRow("empty command") << QByteArray("[auth.sms]\ncommand = \"\"\n") << u"auth.sms.command must be"_s;
        QTest::newRow("no such command") << QByteArray("[files]\noffice_text_command = \"/nowhere/text\"\n")
                                         << u"files.office_text_command must be"_s;
        QTest::newRow("provider's name") << QByteArray("[auth.oidc.Corp_X]\nissuer = \"https://a.example\"\n")
                                         << u"must have a name"_s;
        QTest::newRow("provider's key") << QByteArray("[auth.oidc.corp]\nscope = \"x\"\n")
                                        << u"unknown key auth.oidc.corp.scope"_s;
        QTest::newRow("issuer in the clear")
            << QByteArray("[auth.oidc.corp]\nissuer = \"http://a.example\"\n") << u"auth.oidc.corp.issuer must be"_s;
        QTest::newRow("issuer with a query") << QByteArray("[auth.oidc.corp]\nissuer = \"https://a.example/?x\"\n")
                                             << u"auth.oidc.corp.issuer must be"_s;
        QTest::newRow("half a provider") << QByteArray("[auth.oidc.corp]\nclient_id = \"x\"\n")
                                         << u"auth.oidc.corp needs"_s;
        QTest::newRow("neither true nor false")
            << QByteArray("[messages]\nlink_previews = 1\n") << u"messages.link_previews must be true or false"_s;
        QTest::newRow("no keys") << QByteArray("[storage]\nfiles = \"s3://s3.lan/chat\"\n")
                                 << u"storage.files needs storage.s3_access_key"_s;
        QTest::newRow("keys to nothing") << QByteArray("[storage]\ns3_secret_key = \"x\"\n") << u"need an s3://"_s;
        QTest::newRow("more than S3 takes")
            << QByteArray("[storage]\nfiles = \"s3://a:b@s3.lan/chat\"\n[limits]\nmax_file_size = 5368709121\n")
            << u"5 GiB at most"_s;
        QTest::newRow("another database")
            << QByteArray("[storage]\ndatabase = \"postgresql://db/chat\"\n") << u"storage.database must be sqlite"_s;
        QTest::newRow("not TOML") << QByteArray("[server\n") << u"line 1"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, sentence);
        const auto config = config::load(write(toml), {});
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::ValidationError);
        QVERIFY2(config.error().message.contains(sentence), qPrintable(config.error().message));
    }

    void refusesUnknownVariablesOfItsSections()
    {
        QProcessEnvironment environment;
        environment.insert(u"PLEXICHAT_SERVER_LOOP"_s, u"1"_s);
        const auto config = config::load({}, environment);
        QVERIFY(!config);
        QVERIFY(config.error().message.contains("did you mean server.loops?"_L1));
    }

    void readsACommand()
    {
        const QStringList command{u"/bin/sh"_s, u"-c"_s, u"two words"_s};
        const auto list = config::load(write("[auth.sms]\ncommand = [\"/bin/sh\", \"-c\", \"two words\"]\n"), {});
        QVERIFY2(list, list ? "" : qPrintable(list.error().message));
        QCOMPARE(list->auth.smsCommand, command);
        QProcessEnvironment environment;
        environment.insert(u"PLEXICHAT_AUTH_SMS_COMMAND"_s, u"/bin/sh -c \"two words\""_s);
        const auto text = config::load({}, environment);
        QVERIFY2(text, text ? "" : qPrintable(text.error().message));
        QCOMPARE(text->auth.smsCommand, command);
        const auto office = config::load(write("[files]\noffice_text_command = [\"/bin/cat\"]\n"), {});
        QVERIFY2(office, office ? "" : qPrintable(office.error().message));
        QCOMPARE(office->files.officeTextCommand, QStringList{u"/bin/cat"_s});
    }

    void refusesAMissingFile() { QVERIFY(!config::load(m_directory.filePath(u"missing.toml"_s), {})); }

private:
    QString write(const QByteArray &toml)
    {
        QFile file(m_directory.filePath(u"config.toml"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(toml) != toml.size())
            qFatal("cannot write the test's configuration file");
        return file.fileName();
    }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "config_test.moc"
