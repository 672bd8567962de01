// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/raw_client.h"
#include "tests/server/http/test_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** HTTP/1.1 over raw sockets: what is answered, what is refused, and what the connection does then. */
class ConformanceTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_server.port() != 0); }

    void answersAndStays()
    {
        RawClient client(m_server.port());
        for (int i = 0; i < 3; ++i) {
            const auto answer = client.ask(get("/api/v1/hello"));
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->json()[u"path"].toString(), u"/api/v1/hello"_s);
            QCOMPARE(answer->header("Content-Type"), "application/json");
            QVERIFY(answer->header("X-Request-ID").startsWith("req_"));
            QCOMPARE(answer->header("X-Content-Type-Options"), "nosniff");
            QCOMPARE(answer->header("Cache-Control"), "no-store");
            QVERIFY(answer->header("Content-Security-Policy").contains("default-src 'none'"));
            QVERIFY(answer->header("Date").endsWith(" GMT"));
            QVERIFY(!answer->has("Connection"));
        }
    }

    void takesARequestByteByByte()
    {
        RawClient client(m_server.port());
        const QByteArray request = post("/api/v1/echo", "byte by byte") + get("/api/v1/hello");
        for (const char c : request)
            client.send(QByteArrayView(&c, 1));
        auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body, "byte by byte");
        answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }

    void takesARequestSplitAtEveryOffset()
    {
        const QByteArray request = post("/api/v1/echo?a=1", "the body", "X-Request-ID: split-1\r\n");
        RawClient client(m_server.port());
        for (qsizetype offset = 1; offset < request.size(); ++offset) {
            client.send(request.first(offset));
            // Long enough, mostly, for the server to see the first part by itself; right either way.
            QTest::qWait(1);
            const auto answer = client.ask(request.sliced(offset));
            QVERIFY2(answer, qPrintable(QString::number(offset)));
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->body, "the body");
            QCOMPARE(answer->header("X-Request-ID"), "split-1");
        }
    }

    void answersPipelinedRequestsInOrder()
    {
        RawClient client(m_server.port());
        QByteArray requests;
        for (int i = 0; i < 200; ++i)
            requests += i % 2 ? post("/api/v1/echo", QByteArray::number(i))
                              : get("/api/v1/items/" + QByteArray::number(i));
        client.send(requests);
        for (int i = 0; i < 200; ++i) {
            const auto answer = client.read();
            QVERIFY2(answer, qPrintable(QString::number(i)));
            QCOMPARE(answer->status, 200);
            if (i % 2)
                QCOMPARE(answer->body, QByteArray::number(i));
            else
                QCOMPARE(answer->json()[u"id"].toString(), QString::number(i));
        }
    }

    void answersMorePipelinedBytesThanASocketMayHold()
    {
        RawClient client(m_server.port());
        const QByteArray body(40'000, 'x');
        for (int i = 0; i < 20; ++i)
            client.send(post("/api/v1/echo", body));
        for (int i = 0; i < 20; ++i) {
            const auto answer = client.read();
            QVERIFY2(answer, qPrintable(QString::number(i)));
            QCOMPARE(answer->body, body);
        }
    }

    void refusesABadRequestBehindAGoodOne()
    {
        RawClient client(m_server.port());
        client.send(get("/api/v1/hello") + "GET /api/v1/hello HTTP/1.1\r\n\r\n");
        auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 400);
        QVERIFY(client.waitForClosed());
    }

    void takesLeadingEmptyLines()
    {
        RawClient client(m_server.port());
        auto answer = client.ask("\r\n" + get("/api/v1/hello"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        client.send("\r");
        QTest::qWait(5);
        client.send("\n");
        QTest::qWait(5);
        answer = client.ask(get("/api/v1/hello"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        answer = client.ask("\r\n\r\n\r\n\r\n\r\n" + get("/api/v1/hello"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 400);
    }

    void takesAnAbsoluteTarget()
    {
        RawClient client(m_server.port());
        auto answer = client.ask("GET http://localhost:1/api/v1/hello HTTP/1.1\r\nHost: ignored.example\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        answer = client.ask("GET http://evil.example/api/v1/hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 421);
    }

    void closesWhereAskedTo()
    {
        RawClient client(m_server.port());
        // What comes behind such a request is not looked at.
        const auto answer = client.ask(get("/api/v1/hello", "Connection: close\r\n") + get("/api/v1/hello"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->header("Connection"), "close");
        QVERIFY(client.waitForClosed());
        QCOMPARE(client.rest(), QByteArray());
    }

    void honoursHttp10()
    {
        RawClient client(m_server.port());
        const auto answer = client.ask("GET /api/v1/hello HTTP/1.0\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY(client.waitForClosed());

        RawClient staying(m_server.port());
        for (int i = 0; i < 2; ++i) {
            const auto kept = staying.ask("GET /api/v1/hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            QVERIFY(kept);
            QCOMPARE(kept->header("Connection"), "keep-alive");
        }
    }

    void answersHeadWithoutBody()
    {
        RawClient client(m_server.port());
        const auto full = client.ask(get("/api/v1/hello"));
        QVERIFY(full);
        for (int i = 0; i < 2; ++i) {
            const auto head = client.ask("HEAD /api/v1/hello HTTP/1.1\r\nHost: localhost\r\n\r\n", true);
            QVERIFY(head);
            QCOMPARE(head->status, 200);
            QCOMPARE(head->header("Content-Length"), full->header("Content-Length"));
        }
        const auto missing = client.ask("HEAD /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n", true);
        QVERIFY(missing);
        QCOMPARE(missing->status, 404);
        QVERIFY(client.ask(get("/api/v1/hello")));
        QCOMPARE(client.rest(), QByteArray());
    }

    void answers204WithoutLength()
    {
        RawClient client(m_server.port());
        for (int i = 0; i < 2; ++i) {
            const auto answer = client.ask("DELETE /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QVERIFY(answer);
            QCOMPARE(answer->status, 204);
            QVERIFY(!answer->has("Content-Length"));
            QVERIFY(!answer->has("Transfer-Encoding"));
            QVERIFY(!answer->has("Content-Type"));
        }
    }

    void saysContinue()
    {
        RawClient client(m_server.port());
        auto answer = client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                                 "Expect: 100-continue\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 100);
        answer = client.ask("abc");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "abc");
        // Nobody is invited to send what will be refused.
        answer = client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\n"
                            "Expect: 100-continue\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
    }

    void takesChunkedBodies()
    {
        const QByteArray head = "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray body = "3\r\nabc\r\n4;name=value\r\ndefg\r\n0\r\nTrailer: x\r\n\r\n";
        RawClient whole(m_server.port());
        auto answer = whole.ask(head + body);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "abcdefg");
        QVERIFY(whole.waitForClosed());

        RawClient slow(m_server.port());
        for (const char c : head + body)
            slow.send(QByteArrayView(&c, 1));
        answer = slow.read();
        QVERIFY(answer);
        QCOMPARE(answer->body, "abcdefg");

        RawClient continued(m_server.port());
        answer = continued.ask("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                               "Expect: 100-continue\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 100);
        answer = continued.ask(body);
        QVERIFY(answer);
        QCOMPARE(answer->body, "abcdefg");
    }

    void logsWithoutQueryAndSecrets()
    {
        RawClient client(m_server.port());
        QVERIFY(client.ask(get("/api/v1/items/42?token=secret", "X-Request-ID: log-1\r\n")));
        const auto records = m_server.log().records();
        const auto found = std::ranges::find(records, u"log-1"_s, &http::RequestRecord::requestId);
        QVERIFY(found != records.end());
        QCOMPARE(found->route, u"/api/v1/items/{id}"_s);
        QCOMPARE(found->status, 200);
        QCOMPARE(found->method, "GET"_L1);
        QCOMPARE(found->client, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(found->bytes > 0);
    }

private:
    TestServer m_server;
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"
