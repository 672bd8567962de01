// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/upgrade_handler.h"
#include "tests/server/http/raw_client.h"
#include "tests/server/http/test_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

namespace {

const QByteArray kUpgrade = "GET /ws?token=abc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n";

/** Greets each connection that asks to upgrade, and keeps it until the end. */
class RecordingUpgrades final : public net::UpgradeHandler
{
public:
    std::atomic<int> upgrades = 0;
    std::atomic<int> goingAways = 0;
    std::atomic<int> releases = 0;
    net::RequestHead head;
    QByteArray unread;

    void upgrade(net::Loop &loop, QTcpSocket *socket, net::RequestHead asked) override
    {
        QVERIFY(loop.isCurrent());
        QVERIFY(!socket->parent());
        QVERIFY(!socket->isTransactionStarted());
        head = std::move(asked);
        unread = socket->readAll();
        m_sockets.emplace_back(socket);
        socket->write("upgraded\r\n\r\n");
        ++upgrades;
    }
    void goingAway(net::Loop &) override { ++goingAways; }
    void release(net::Loop &loop) override
    {
        ++releases;
        std::erase_if(m_sockets, [&](const auto &socket) { return socket->thread() == loop.context()->thread(); });
    }

private:
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
};

} // namespace

/** The server as a whole: starting, stopping, TLS, WebSockets, uploads. */
class ServiceTest : public QObject
{
    Q_OBJECT
private slots:
    void stopsWithinItsTimeAndEndsOpenRequests()
    {
        TestServer server;
        RawClient idle(server.port());
        QVERIFY(idle.ask(get("/api/v1/hello")));
        RawClient busy(server.port());
        busy.send(post("/api/v1/gate", "x"));
        QTRY_COMPARE(server.gate().waiting(), 1);
        RawClient silent(server.port());
        RawClient besideBusy(server.port());
        QVERIFY(besideBusy.ask(get("/api/v1/hello")));

        const std::unique_ptr<QThread> stopping(QThread::create([&] { server.service().stop(); }));
        stopping->start();
        QVERIFY(idle.waitForClosed());
        QVERIFY(silent.waitForClosed());
        // The loop of the open request has been told when its idle connection is closed.
        QVERIFY(besideBusy.waitForClosed());
        server.gate().open();
        const auto answer = busy.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->header("Connection"), "close");
        QVERIFY(stopping->wait(4000));
        RawClient late(server.port());
        QVERIFY(late.socket().state() != QAbstractSocket::ConnectedState);
    }

    void stopsThoughARequestNeverEnds()
    {
        TestServer server({.service = {.loops = 2, .drainSeconds = 1}});
        RawClient busy(server.port());
        // Half a request: nothing of the server is kept waiting but the connection.
        busy.send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
        RawClient other(server.port());
        QVERIFY(other.ask(get("/api/v1/hello")));
        QElapsedTimer clock;
        clock.start();
        server.service().stop();
        QVERIFY(clock.elapsed() < 3000);
        QVERIFY(busy.waitForClosed());
    }

    void survivesHandlersThatOutliveTheServer()
    {
        // Resumes them when the server is gone, but their loop still runs: a commit that came too late.
        struct LateResumption final : net::UpgradeHandler {
            Gate *gate = nullptr;
            void upgrade(net::Loop &, QTcpSocket *socket, net::RequestHead) override { delete socket; }
            void goingAway(net::Loop &) override { }
            void release(net::Loop &loop) override
            {
                loop.post([this] { gate->openHere(); });
            }
        } late;
        TestServer server({.service = {.loops = 1, .drainSeconds = 1}, .upgrades = &late});
        late.gate = &server.gate();
        RawClient busy(server.port());
        busy.send(post("/api/v1/gate", "x"));
        RawClient uploading(server.port());
        uploading.send(
            "POST /api/v1/upload HTTP/1.1\r\nHost: localhost\r\nX-Wait: yes\r\nContent-Length: 9\r\n\r\nabc");
        QTRY_COMPARE(server.gate().waiting(), 2);
        server.service().stop();
        QCOMPARE(server.gate().waiting(), 0);
        QVERIFY(busy.waitForClosed());
        QVERIFY(uploading.waitForClosed());
        QCOMPARE(server.log().records().size(), 2);
    }

    void refusesATakenPort()
    {
        TestServer first;
        TestServer second({.service = {.port = first.port(), .loops = 1}});
        QCOMPARE(second.port(), 0);
    }

    void handsUpgradesOver()
    {
        RecordingUpgrades upgrades;
        {
            TestServer server({.service = {.loops = 2, .idleSeconds = 1}, .upgrades = &upgrades});
            // At once, with frames behind it; byte by byte; and as the second request of a connection.
            RawClient atOnce(server.port());
            atOnce.send(kUpgrade + "frames");
            QTRY_COMPARE(upgrades.upgrades.load(), 1);
            QCOMPARE(upgrades.unread, kUpgrade + "frames");
            QCOMPARE(upgrades.head.path, u"/ws"_s);
            QCOMPARE(upgrades.head.query.queryItemValue(u"token"_s), u"abc"_s);
            QCOMPARE(upgrades.head.clientAddress, QHostAddress(QHostAddress::LocalHost));
            RawClient bytes(server.port());
            for (const char c : kUpgrade) {
                bytes.send(QByteArrayView(&c, 1));
                QThread::yieldCurrentThread();
            }
            QTRY_COMPARE(upgrades.upgrades.load(), 2);
            QCOMPARE(upgrades.unread, kUpgrade);
            RawClient later(server.port());
            QVERIFY(later.ask(get("/api/v1/hello")));
            later.send(kUpgrade);
            QTRY_COMPARE(upgrades.upgrades.load(), 3);
            QCOMPARE(upgrades.unread, kUpgrade);
            // No deadline of ours holds for them.
            RawClient idle(server.port());
            QVERIFY(idle.waitForClosed());
            QVERIFY(atOnce.socket().state() == QAbstractSocket::ConnectedState);

            RawClient foreign(server.port());
            const auto answer = foreign.ask(QByteArray(kUpgrade).replace("localhost", "evil.example"));
            QVERIFY(answer);
            QCOMPARE(answer->status, 421);
            RawClient posted(server.port());
            const auto wrong = posted.ask(QByteArray(kUpgrade).replace("GET", "PUT"));
            QVERIFY(wrong);
            QCOMPARE(wrong->status, 400);
            server.service().stop();
            QVERIFY(atOnce.waitForClosed());
        }
        QCOMPARE(upgrades.upgrades.load(), 3);
        QCOMPARE(upgrades.goingAways.load(), 2);
        QCOMPARE(upgrades.releases.load(), 2);
    }

    void streamsUploadsAndHoldsBackTheSender()
    {
        TestServer server;
        const QByteArray body(8 << 20, 'u');
        RawClient client(server.port());
        client.socket().write(post("/api/v1/upload", body, "X-Wait: yes\r\n"));
        QTRY_COMPARE(server.gate().waiting(), 1);
        // Nobody takes anything: what the server holds is little, the rest stays with the sender.
        qint64 unsent = client.socket().bytesToWrite();
        while (client.socket().waitForBytesWritten(200))
            unsent = client.socket().bytesToWrite();
        QVERIFY2(unsent > 1 << 20, qPrintable(QString::number(unsent)));
        QCOMPARE(server.uploaded(), 0);
        server.gate().open();
        QTRY_VERIFY((client.socket().flush(), server.uploaded() == body.size()));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->json()[u"size"].toInteger(), body.size());
    }

    void streamsChunksAndStopsAtTheLimit()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("POST /api/v1/upload HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "100000\r\n" + QByteArray(1 << 20, 'c') + "\r\n";
        for (int i = 0; i < 17; ++i)
            client.send(chunk);
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QVERIFY(server.uploaded() <= 16 << 20);

        RawClient empty(server.port());
        const auto nothing = empty.ask(post("/api/v1/upload", {}));
        QVERIFY(nothing);
        QCOMPARE(nothing->json()[u"size"].toInteger(-1), 0);
    }

    void survivesUploadsThatBreakOff()
    {
        TestServer server;
        for (int i = 0; i < 20; ++i) {
            RawClient client(server.port());
            client.send("POST /api/v1/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
                        + QByteArray(qsizetype(1000) * i, 'x'));
            if (i % 2)
                client.socket().abort();
        }
        RawClient after(server.port());
        QVERIFY(after.ask(get("/api/v1/hello")));
    }

    void speaksTls()
    {
        const QTemporaryDir directory;
        const QString certificate = directory.filePath(u"certificate.pem"_s);
        const QString key = directory.filePath(u"key.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                       u"-nodes"_s, u"-keyout"_s, key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
        RecordingUpgrades upgrades;
        TestServer server({.service = {.loops = 1, .tlsCertificate = certificate, .tlsKey = key, .headSeconds = 1},
                           .upgrades = &upgrades});
        QVERIFY(server.port() != 0);

        const auto connectTls = [&] {
            auto socket = std::make_unique<QSslSocket>();
            auto configuration = socket->sslConfiguration();
            configuration.setCaCertificates(QSslCertificate::fromPath(certificate));
            configuration.setAllowedNextProtocols({"h2", "http/1.1"});
            socket->setSslConfiguration(configuration);
            return socket;
        };
        auto socket = connectTls();
        QSslSocket *encrypted = socket.get();
        RawClient client(server.port(), std::move(socket));
        encrypted->setPeerVerifyName(u"localhost"_s);
        encrypted->startClientEncryption();
        QVERIFY2(encrypted->waitForEncrypted(5000), qPrintable(encrypted->errorString()));
        QCOMPARE(encrypted->sslConfiguration().nextNegotiatedProtocol(), "http/1.1");
        for (int i = 0; i < 3; ++i) {
            const auto answer = client.ask(get("/api/v1/where"));
            QVERIFY(answer);
            QCOMPARE(answer->json()[u"secure"].toBool(), true);
        }
        const QByteArray body(60'000, 'x');
        auto answer = client.ask(post("/api/v1/echo", body));
        QVERIFY(answer);
        QCOMPARE(answer->body, body);
        answer = client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QVERIFY(client.waitForClosed());

        auto another = connectTls();
        QSslSocket *upgrading = another.get();
        RawClient webSocket(server.port(), std::move(another));
        upgrading->setPeerVerifyName(u"localhost"_s);
        upgrading->startClientEncryption();
        QVERIFY(upgrading->waitForEncrypted(5000));
        webSocket.send(kUpgrade);
        QTRY_COMPARE(upgrades.upgrades.load(), 1);
        QCOMPARE(upgrades.unread, kUpgrade);
        QVERIFY(upgrades.head.isSecure);

        // Who never says hello is not waited for.
        RawClient mute(server.port());
        QVERIFY(mute.waitForClosed());
        server.service().stop();
    }

    void namesWhatIsWrongWithACertificate()
    {
        TestServer missing(
            {.service = {.loops = 1, .tlsCertificate = u"/nonexistent.pem"_s, .tlsKey = u"/nonexistent.pem"_s}});
        QCOMPARE(missing.port(), 0);
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
