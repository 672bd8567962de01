// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are saved, from a server that sends them as slowly as the test wants.
#include "app/session/downloads.h"
#include "tests/app/support/await.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

class DownloadsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QTcpSocket *m_socket = nullptr;

    QVariant at(int row, int role) const { return m_downloads->index(row).data(role); }
    int stage(int row) const { return at(row, Downloads::StageRole).toInt(); }
    int idAt(int row) const { return at(row, Downloads::DownloadIdRole).toInt(); }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /** Takes the next request, and answers with the head and the first bytes of @p size. */
    void answer(int status, qint64 size, const QByteArray &first)
    {
        QTRY_VERIFY(m_server->hasPendingConnections());
        m_socket = m_server->nextPendingConnection();
        QByteArray request;
        const auto isRead = [&] {
            request += m_socket->readAll();
            return request.contains("\r\n\r\n");
        };
        QTRY_VERIFY(isRead());
        QVERIFY2(request.startsWith("GET /api/v1/files/file_7/download "), request.constData());
        m_socket->write("HTTP/1.1 " + QByteArray::number(status)
                        + " x\r\nContent-Type: application/octet-stream\r\n"
                          "Connection: close\r\nContent-Length: "
                        + QByteArray::number(size) + "\r\n\r\n" + first);
    }

private slots:
    void init()
    {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_folder = std::make_unique<QTemporaryDir>();
        m_api = std::make_unique<ApiClient>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort())));
        m_api->setTokens({.accessToken = u"a"_s, .refreshToken = u"r"_s, .expiresIn = 1800});
        m_downloads = std::make_unique<Downloads>(m_api.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_downloads.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_downloads.reset();
        m_api.reset();
        m_server.reset();
    }

    void tellsHowFarItIs()
    {
        m_downloads->save(FileId(7), u"../../plan.pdf"_s, m_folder->path());
        QCOMPARE(at(0, Downloads::NameRole).toString(), u"plan.pdf"_s);
        QCOMPARE(at(0, Downloads::IconNameRole).toString(), u"file-text"_s);
        QCOMPARE(stage(0), Downloads::Running);
        answer(200, 40'000, QByteArray(10'000, 'a'));
        QTRY_COMPARE(at(0, Downloads::ShareRole).toDouble(), 0.25);
        // Nobody takes half a file for the whole.
        QVERIFY(!files().contains(u"plan.pdf"_s));
        m_socket->write(QByteArray(30'000, 'b'));
        QTRY_COMPARE(stage(0), Downloads::Done);
        QCOMPARE(at(0, Downloads::ShareRole).toDouble(), 1.0);
        QCOMPARE(contentOf(u"plan.pdf"_s), QByteArray(10'000, 'a') + QByteArray(30'000, 'b'));
        QCOMPARE(m_downloads->pathOf(idAt(0)), m_folder->filePath(u"plan.pdf"_s));
        m_downloads->dismiss(idAt(0));
        QCOMPARE(m_downloads->count(), 0);
        QCOMPARE(files(), QStringList{u"plan.pdf"_s});
    }

    void stops()
    {
        m_downloads->save(FileId(7), u"plan.pdf"_s, m_folder->path());
        answer(200, 40'000, QByteArray(10'000, 'a'));
        QTRY_VERIFY(at(0, Downloads::ShareRole).toDouble() > 0);
        m_downloads->dismiss(idAt(0));
        QCOMPARE(m_downloads->count(), 0);
        // The line is given up, and nothing is left.
        QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(files(), QStringList());
    }

    void failsAndTriesAgain()
    {
        m_downloads->save(FileId(7), u"plan.pdf"_s, m_folder->path());
        answer(200, 40'000, QByteArray(10'000, 'a'));
        QTRY_VERIFY(at(0, Downloads::ShareRole).toDouble() > 0);
        m_socket->abort();
        QTRY_COMPARE(stage(0), Downloads::Failed);
        QVERIFY(!at(0, Downloads::StateTextRole).toString().isEmpty());
        QCOMPARE(files(), QStringList());
        m_downloads->retry(idAt(0));
        QCOMPARE(stage(0), Downloads::Running);
        answer(200, 4, "done");
        QTRY_COMPARE(stage(0), Downloads::Done);
        QCOMPARE(contentOf(u"plan.pdf"_s), "done");
    }

    void namesAreNotTakenTwice()
    {
        m_downloads->save(FileId(7), u"plan.pdf"_s, m_folder->path());
        m_downloads->save(FileId(7), u"plan.pdf"_s, m_folder->path());
        QCOMPARE(at(1, Downloads::NameRole).toString(), u"plan (2).pdf"_s);
        answer(200, 3, "one");
        answer(200, 3, "two");
        QTRY_COMPARE(stage(0), Downloads::Done);
        QTRY_COMPARE(stage(1), Downloads::Done);
        QCOMPARE(files(), QStringList({u"plan (2).pdf"_s, u"plan.pdf"_s}));
    }

    void saysWhereItCannotWrite()
    {
        QFile file(m_folder->filePath(u"no folder"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        m_downloads->save(FileId(7), u"plan.pdf"_s, file.fileName() + u"/below"_s);
        QCOMPARE(stage(0), Downloads::Failed);
    }
};

QTEST_GUILESS_MAIN(DownloadsTest)
#include "downloads_test.moc"
