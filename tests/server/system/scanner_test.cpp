// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

/** The antivirus industry's harmless test file (eicar.org), in two parts so that this source is not one. */
QByteArray eicar()
{
    return QByteArray(R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD)") + "-ANTIVIRUS-TEST-FILE!$H+H*";
}

/** ClamAV's daemon with one signature of our own, on a socket in a folder of its own. */
class Scanner
{
public:
    Scanner()
    {
        write(u"test.ndb"_s, "Eicar-Test:0:*:" + eicar().toHex() + '\n');
        write(u"clamd.conf"_s,
              "Foreground yes\nLocalSocket " + QFile::encodeName(socketPath()) + "\nDatabaseDirectory "
                  + QFile::encodeName(m_folder.path()) + "\nStreamMaxLength 1M\nSelfCheck 0\nMaxThreads 2\n");
    }
    ~Scanner()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Scanner)

    QString socketPath() const { return m_folder.filePath(u"clamd.socket"_s); }

    static QString program() { return QStandardPaths::findExecutable(u"clamd"_s, {u"/usr/sbin"_s, u"/usr/bin"_s}); }

    bool start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(), {u"--config-file"_s, m_folder.filePath(u"clamd.conf"_s)});
        return QTest::qWaitFor(
                   [this] {
                       QLocalSocket socket;
                       socket.connectToServer(socketPath());
                       return socket.state() == QLocalSocket::ConnectedState
                           || m_process.state() == QProcess::NotRunning;
                   },
                   60'000)
            && m_process.state() == QProcess::Running;
    }
    QByteArray output() { return m_process.readAll(); }

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace

/** Files and a real scanner: nobody else has what was not looked at, and nobody at all what is infected. */
class ScannerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (Scanner::program().isEmpty())
            QSKIP("clamd is not installed");
        qputenv("PLEXICHAT_SCANNER_CLAMD", QFile::encodeName(m_scanner.socketPath()));
        QVERIFY2(m_server.start(), m_server.standardError().constData());
        m_john = std::make_unique<RestClient>(m_server.url(), u"john"_s, u"john12345"_s);
        m_admin = std::make_unique<RestClient>(m_server.url(), u"admin"_s, u"admin123"_s);
    }

    void withoutAnAnswerFilesWait()
    {
        const QString file = upload("clean text", "early.txt");
        QCOMPARE(statusOf(file), u"pending"_s);
        const Answer waiting = m_admin->get("/api/v1/files/"_L1 + file + "/download"_L1);
        QCOMPARE(waiting.status, 503);
        QVERIFY(waiting.header("Retry-After").toInt() > 0);
        QCOMPARE(m_john->get("/api/v1/files/"_L1 + file + "/download"_L1).body, "clean text"_ba);

        QVERIFY2(m_scanner.start(), m_scanner.output().constData());
        // A new file wakes who scans; the old one is looked at with it.
        upload("another text", "later.txt");
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(file), u"clean"_s, 60'000);
        QCOMPARE(m_admin->get("/api/v1/files/"_L1 + file + "/download"_L1).body, "clean text"_ba);
    }

    void whatIsInfectedIsHadByNobody()
    {
        const QString file = upload(eicar(), "invoice.pdf");
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(file), u"infected"_s, 60'000);
        for (RestClient *client : {m_john.get(), m_admin.get()}) {
            const Answer refused = client->get("/api/v1/files/"_L1 + file + "/download"_L1);
            QCOMPARE(refused.status, 403);
            QCOMPARE(refused.errorCode(), u"INSUFFICIENT_PERMISSIONS"_s);
        }
        const QString link = m_john->get("/api/v1/files/"_L1 + file).json.value("url"_L1).toString();
        QCOMPARE(m_john->get(link).status, 403);
        const QJsonArray audit = m_admin->get(u"/api/v1/admin/audit?action=file.infected"_s).json["audit"_L1].toArray();
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.first()["target"_L1]["id"_L1].toString(), file);
        QVERIFY(audit.first()["detail"_L1].toString().contains("Eicar-Test"_L1));

        // The same bytes again are known for what they are.
        const QString again = upload(eicar(), "harmless.txt");
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(again), u"infected"_s, 60'000);
    }

    void whatTheScannerDoesNotTakeIsSaidToBeUnscanned()
    {
        const QString file = upload(QByteArray(2 << 20, 'x'), "large.bin");
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(file), u"not_scanned"_s, 60'000);
        QCOMPARE(m_admin->get("/api/v1/files/"_L1 + file + "/download"_L1).status, 200);
    }

private:
    QString upload(const QByteArray &bytes, const QByteArray &name)
    {
        const Answer made = Form().field("channel_id", "channel_123").file(name, bytes).post(*m_john);
        if (made.status != 201)
            qFatal("not uploaded: %d %s", made.status, made.body.constData());
        return made.json.value("id"_L1).toString();
    }

    QString statusOf(const QString &file)
    {
        return m_john->get("/api/v1/files/"_L1 + file).json.value("virus_scan_status"_L1).toString();
    }

    Scanner m_scanner;
    ServerProcess m_server;
    std::unique_ptr<RestClient> m_john;
    std::unique_ptr<RestClient> m_admin;
};

QTEST_GUILESS_MAIN(ScannerTest)
#include "scanner_test.moc"
