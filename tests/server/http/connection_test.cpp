// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/raw_client.h"
#include "tests/server/http/test_server.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** Connections that leave, stay, stall, do not read, come through a proxy or are too many. */
class ConnectionTest : public QObject
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
        for (int i = 0; i < 200; ++i)
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
        client.socket().setReadBufferSize(64LL * 1024);
        client.send(get("/api/v1/big", "Connection: close\r\n"));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), 1 << 20);
        QVERIFY(client.waitForClosed());
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
        TestServer server(
            {.service = {.loops = 1, .trustedProxies = {u"127.0.0.1"_s}, .caps = {.total = 100, .perAddress = 1}}});
        RawClient one(server.port());
        RawClient two(server.port());
        QVERIFY(one.ask(get("/api/v1/hello")));
        const auto answer = two.ask(
            get("/api/v1/where", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"));
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
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "connection_test.moc"
