// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

constexpr int kPatience = 60'000;

/** tus-js-client in Node, an implementation of the protocol that is not ours. */
class TusClient
{
public:
    explicit TusClient(const QJsonObject &options)
    {
        m_process.start(u"node"_s,
                        {QStringLiteral(PLEXI_TUS_SCRIPT), QStringLiteral(PLEXI_TUS_MODULES),
                         QString::fromUtf8(QJsonDocument(options).toJson(QJsonDocument::Compact))});
    }
    ~TusClient()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /** Waits until it has told @p what, and returns that. */
    QJsonObject next(QLatin1StringView what)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < kPatience) {
            while (m_process.canReadLine()) {
                const QByteArray line = m_process.readLine();
                const QJsonObject told = QJsonDocument::fromJson(line).object();
                m_told.append(told);
                if (told.contains(what))
                    return told;
            }
            if (!m_process.waitForReadyRead(1'000) && m_process.state() == QProcess::NotRunning
                && !m_process.canReadLine())
                break;
        }
        qWarning() << "the client told" << m_told << m_process.readAllStandardError();
        return {};
    }

    bool hasTold(QLatin1StringView what) const
    {
        return std::ranges::any_of(m_told, [what](const QJsonObject &told) { return told.contains(what); });
    }

private:
    QProcess m_process;
    QList<QJsonObject> m_told;
};

} // namespace

/** Resumable uploads by an independent client, over connections and servers that do not last. */
class TusClientTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QByteArray m_bytes;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RestClient> m_john;

    QJsonObject options(const QJsonObject &more = {}) const
    {
        QJsonObject options{{"endpoint"_L1, m_server->url().resolved(QUrl(u"/api/v1/files/uploads"_s)).toString()},
                            {"token"_L1, m_john->accessToken()},
                            {"file"_L1, m_directory.filePath(u"data.bin"_s)},
                            {"chunkSize"_L1, 1 << 20},
                            {"metadata"_L1,
                             QJsonObject{{"filename"_L1, "data.bin"_L1},
                                         {"filetype"_L1, "application/octet-stream"_L1},
                                         {"channel_id"_L1, "general"_L1},
                                         {"description"_L1, "By another hand"_L1}}}};
        for (auto option = more.begin(); option != more.end(); ++option)
            options.insert(option.key(), option.value());
        return options;
    }

    void verifyFile(const QJsonObject &done)
    {
        const QString id = done.value("done"_L1)["fileId"_L1].toString();
        const Answer known = m_john->get("/api/v1/files/"_L1 + id);
        QVERIFY2(known.status == 200, qPrintable(id));
        QCOMPARE(known.json.value("description"_L1).toString(), u"By another hand"_s);
        QCOMPARE(known.json.value("size"_L1).toInteger(), m_bytes.size());
        QVERIFY(m_john->get("/api/v1/files/"_L1 + id + "/download"_L1).body == m_bytes);
    }

private slots:
    void init()
    {
        m_bytes.resize(20'000'000);
        QRandomGenerator random(20261127);
        random.generate(reinterpret_cast<quint32 *>(m_bytes.data()),
                        reinterpret_cast<quint32 *>(m_bytes.data() + m_bytes.size()));
        QFile file(m_directory.filePath(u"data.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_bytes);
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start(), m_server->standardError().constData());
        m_john = std::make_unique<RestClient>(m_server->url(), u"john"_s, u"john12345"_s);
    }

    void uploads_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::newRow("in parts") << QJsonObject();
        QTest::newRow("largest parts") << QJsonObject{{"chunkSize"_L1, 8 << 20}};
        QTest::newRow("with the creation") << QJsonObject{{"uploadDataDuringCreation"_L1, true}};
        QTest::newRow("by POST") << QJsonObject{{"overridePatchMethod"_L1, true}};
    }

    void uploads()
    {
        QFETCH(const QJsonObject, more);
        TusClient client(options(more));
        verifyFile(client.next("done"_L1));
        QVERIFY(!client.hasTold("retried"_L1));
    }

    void ends()
    {
        TusClient client(options({{"abortAfter"_L1, 5'000'000}}));
        const QUrl upload(client.next("done"_L1).value("done"_L1)["url"_L1].toString());
        const Answer answer = m_john->sendRaw("HEAD", upload.path(), {}, {{"Tus-Resumable", "1.0.0"}});
        QCOMPARE(answer.status, 410);
    }

    void outlivesTheServer_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("SIGTERM") << false;
        QTest::newRow("SIGKILL") << true;
    }

    void outlivesTheServer()
    {
        QFETCH(const bool, isKilled);
        TusClient client(options());
        for (int round = 0; round < 3; ++round) {
            for (int part = 0; part < 4; ++part)
                QVERIFY(!client.next("sent"_L1).isEmpty());
            if (!isKilled)
                QVERIFY(m_server->terminate());
            QVERIFY2(m_server->restart(), m_server->standardError().constData());
        }
        const QJsonObject done = client.next("done"_L1);
        QVERIFY(client.hasTold("retried"_L1));
        verifyFile(done);
        QVERIFY(m_server->terminate());
        const auto doctor = ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, m_server->dataDirectory()});
        QVERIFY2(doctor.status == 0, (doctor.output + doctor.error).constData());
    }
};

QTEST_GUILESS_MAIN(TusClientTest)
#include "tus_client_test.moc"
