// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/s3_server/s3_server.h"
#include "tests/support/form.h"
#include "tests/support/server_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

constexpr auto kSecretVariable = "PLEXICHAT_STORAGE_S3_SECRET_KEY";

} // namespace

/** The real server with its files in a bucket of a real S3-compatible one. */
class S3FilesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    S3Server m_bucket;

    QStringList configuration() const { return {u"--config"_s, m_folder.filePath(u"config.toml"_s)}; }

private slots:
    void initTestCase()
    {
        QFile config(m_folder.filePath(u"config.toml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        const QByteArray host = "127.0.0.1:" + QByteArray::number(m_bucket.endpoint().port());
        config.write("[storage]\nfiles = \"s3://" + host + '/' + S3Server::bucket()
                     + "/files?scheme=http\"\ns3_access_key = \"" + S3Server::accessKey() + "\"\n");
    }

    void init() { qputenv(kSecretVariable, S3Server::secretKey()); }
    void cleanup() { qunsetenv(kSecretVariable); }

    void filesGoThereAndComeBack()
    {
        ServerProcess server;
        QVERIFY2(server.start(configuration()), server.standardError().constData());
        const QByteArray bytes(3'000'000, 'b');
        RestClient john(server.url(), u"john"_s, u"john12345"_s);
        const Answer uploaded = Form().field("channel_id", "general").file("b.bin", bytes).post(john);
        QCOMPARE(uploaded.status, 201);
        QCOMPARE(QDir(server.dataDirectory() + "/files"_L1).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"incoming"_s});

        const QString path = "/api/v1/files/"_L1 + uploaded.json["id"_L1].toString() + "/download"_L1;
        QVERIFY(john.get(path).body == bytes);
        QVERIFY2(server.restart(), server.standardError().constData());
        QVERIFY(john.get(path).body == bytes);

        const QStringList doctor{u"doctor"_s, u"--data-dir"_s, server.dataDirectory()};
        const auto healthy = ServerProcess::runCommand(doctor + configuration());
        QVERIFY2(healthy.status == 0, (healthy.output + healthy.error).constData());
    }

    void aWrongSecretIsToldAtTheStart()
    {
        qputenv(kSecretVariable, "not the secret");
        ServerProcess server;
        QVERIFY(!server.start(configuration()));
        const QByteArray error = server.standardError();
        QVERIFY2(error.contains("SignatureDoesNotMatch") && !error.contains("not the secret"), error.constData());
    }

    void aSilentBucketDoesNotKeepItFromStopping()
    {
        ServerProcess server;
        QVERIFY2(server.start(configuration()), server.standardError().constData());
        RestClient john(server.url(), u"john"_s, u"john12345"_s);
        m_bucket.setFault(S3Server::Fault::Silence, 1'000'000);
        std::thread uploading([url = server.url(), token = john.accessToken()] {
            RestClient sameJohn(url);
            sameJohn.setAccessToken(token);
            Form().file("c.bin", "c").post(sameJohn);
        });
        // From then on it waits, and would do so for longer than the server may take to stop.
        const QDir incoming(server.dataDirectory() + "/files/incoming"_L1);
        const bool hasBegun = QTest::qWaitFor([&] { return !incoming.isEmpty(); }, 30'000);
        const bool isStopped = server.terminate();
        uploading.join();
        m_bucket.setFault(S3Server::Fault::Silence, 0);
        QVERIFY(hasBegun);
        QVERIFY(isStopped);
    }
};

QTEST_GUILESS_MAIN(S3FilesTest)
#include "s3_files_test.moc"
