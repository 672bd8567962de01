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

QByteArray get(QByteArrayView path, QByteArrayView more = {})
{
    return "GET " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\n" + more.toByteArray() + "\r\n";
}

QByteArray post(QByteArrayView path, const QByteArray &body, QByteArrayView more = {})
{
    return "POST " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + more.toByteArray() + "\r\n" + body;
}

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

/** The server as a whole: connections that leave, stay, stall or are too many, stopping, TLS, WebSockets, uploads. */
class ServiceTest : public QObject
{
    Q_OBJECT
private slots:
    void survivesClientsThatLeaveWhileTheirAnswerIsMade()
    {
        TestServer server;
        for (int round = 0; round < 5; ++round) {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 40; ++i) {
                clients.push_back(std::make_unique<RawClient>(server.port()));
                clients.back()->send(post("/api/v1/gate", "x"));
            }
            QTRY_COMPARE(server.gate().waiting(), 40);
            // Some reset, some close, some stay.
            for (std::size_t i = 0; i < clients.size(); ++i) {
                if (i % 3 == 0)
                    clients[i]->socket().abort();
                else if (i % 3 == 1)
                    clients[i]->socket().disconnectFromHost();
            }
            server.gate().open();
            for (std::size_t i = 2; i < clients.size(); i += 3) {
                const auto answer = clients[i]->read();
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
            }
        }
        RawClient after(server.port());
        QVERIFY(after.ask(get("/api/v1/hello")));
    }

    void answersOneByOneWhenHandlersWait()
    {
        TestServer server;
        RawClient client(server.port());
        client.send(post("/api/v1/gate", "a") + post("/api/v1/gate", "bb") + get("/api/v1/hello"));
        for (int length = 1; length <= 2; ++length) {
            QTRY_COMPARE(server.gate().waiting(), 1);
            server.gate().open();
            const auto answer = client.read();
            QVERIFY(answer);
            QCOMPARE(answer->json()[u"length"].toInt(), length);
        }
        QVERIFY(client.read());
    }

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
        uploading.send("POST /api/v1/upload HTTP/1.1\r\nHost: localhost\r\nX-Wait: yes\r\nContent-Length: 9\r\n\r\nabc");
        QTRY_COMPARE(server.gate().waiting(), 2);
        server.service().stop();
        QCOMPARE(server.gate().waiting(), 0);
        QVERIFY(busy.waitForClosed());
        QVERIFY(uploading.waitForClosed());
        QCOMPARE(server.log().records().size(), 2);
    }

    void holdsBackWhoReadsNoAnswers()
    {
        TestServer server({.service = {.loops = 1}});
        RawClient client(server.port());
        client.socket().setReadBufferSize(1024);
        QByteArray requests;
        for (int i = 0; i < 100; ++i)
            requests += get("/api/v1/big");
        client.send(requests);
        // Answers of 100 MiB were asked for. Those made so far are what fits into the kernel's buffers and a little more.
        RawClient other(server.port());
        for (int i = 0; i < 20; ++i)
            QVERIFY(other.ask(get("/api/v1/hello")));
        const auto made = [&] {
            return std::ranges::count(server.log().records(), u"/api/v1/big"_s, &http::RequestRecord::route);
        };
        QVERIFY2(made() < 20, qPrintable(QString::number(made())));
        // Who reads after all gets every one of them.
        client.socket().setReadBufferSize(0);
        for (int i = 0; i < 100; ++i) {
            const auto answer = client.read();
            QVERIFY(answer);
            QCOMPARE(answer->body.size(), 1 << 20);
        }
        QCOMPARE(made(), 100);
    }

    void writesALongLastAnswerToItsEnd()
    {
        TestServer server({.service = {.loops = 1}});
        RawClient client(server.port());
        client.socket().setReadBufferSize(64 * 1024);
        client.send(get("/api/v1/big", "Connection: close\r\n"));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), 1 << 20);
        QVERIFY(client.waitForClosed());
    }

    void refusesATakenPort()
    {
        TestServer first;
        TestServer second({.service = {.port = first.port(), .loops = 1}});
        QCOMPARE(second.port(), 0);
    }

    void capsConnectionsPerAddress()
    {
        TestServer server({.service = {.loops = 2, .caps = {.total = 100, .perAddress = 3}}});
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->ask(get("/api/v1/hello")));
        }
        RawClient fourth(server.port());
        fourth.send(get("/api/v1/hello"));
        QVERIFY(fourth.waitForClosed());
        QCOMPARE(fourth.rest(), QByteArray());
        // One leaves: there is room again.
        clients.pop_back();
        QVERIFY(QTest::qWaitFor([&] {
            RawClient again(server.port());
            return again.ask(get("/api/v1/hello")).has_value();
        }));
    }

    void doesNotCapTrustedProxies()
    {
        TestServer server({.service = {.loops = 1, .trustedProxies = {u"127.0.0.1"_s}, .caps = {.total = 100, .perAddress = 1}}});
        RawClient one(server.port());
        RawClient two(server.port());
        QVERIFY(one.ask(get("/api/v1/hello")));
        const auto answer = two.ask(get("/api/v1/where", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"));
        QVERIFY(answer);
        QCOMPARE(answer->json()[u"address"].toString(), u"203.0.113.9"_s);
        QCOMPARE(answer->json()[u"secure"].toBool(), true);
        QCOMPARE(answer->json()[u"loopback"].toBool(), false);
    }

    void doesNotBelieveOthersForwarding()
    {
        TestServer server;
        RawClient client(server.port());
        auto answer = client.ask(get("/api/v1/where", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"));
        QVERIFY(answer);
        QCOMPARE(answer->json()[u"address"].toString(), u"127.0.0.1"_s);
        QCOMPARE(answer->json()[u"secure"].toBool(), false);
        QCOMPARE(answer->json()[u"loopback"].toBool(), false);
        answer = client.ask(get("/api/v1/where"));
        QVERIFY(answer);
        QCOMPARE(answer->json()[u"loopback"].toBool(), true);
    }

    void givesUpOnSlowHeadsAndIdleConnections()
    {
        TestServer server({.service = {.loops = 1, .headSeconds = 1, .idleSeconds = 1, .bodySeconds = 1}});
        RawClient idle(server.port());
        RawClient kept(server.port());
        QVERIFY(kept.ask(get("/api/v1/hello")));
        RawClient slowHead(server.port());
        slowHead.send("GET /api/v1/hello HTTP/1.1\r\nHost: loc");
        RawClient slowBody(server.port());
        slowBody.send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
        RawClient slowChunk(server.port());
        slowChunk.send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc");
        RawClient busy(server.port());
        busy.send(post("/api/v1/gate", "x"));
        QTRY_COMPARE(server.gate().waiting(), 1);

        QVERIFY(idle.waitForClosed());
        QCOMPARE(idle.rest(), QByteArray());
        QVERIFY(kept.waitForClosed());
        for (RawClient *slow : {&slowHead, &slowBody, &slowChunk}) {
            const auto answer = slow->read();
            QVERIFY(answer);
            QCOMPARE(answer->status, 408);
            QVERIFY(slow->waitForClosed());
        }
        // Its request is under way: it outlives all of them.
        server.gate().open();
        const auto answer = busy.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
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
            client.send("POST /api/v1/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(1000 * i, 'x'));
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
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                     u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, key, u"-out"_s,
                                     certificate, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                     u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s});
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
        TestServer missing({.service = {.loops = 1, .tlsCertificate = u"/nonexistent.pem"_s, .tlsKey = u"/nonexistent.pem"_s}});
        QCOMPARE(missing.port(), 0);
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
