// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/raw_client.h"
#include "tests/server/http/test_server.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

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

} // namespace

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
            requests += i % 2 ? post("/api/v1/echo", QByteArray::number(i)) : get("/api/v1/items/" + QByteArray::number(i));
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

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray line = "GET /api/v1/hello HTTP/1.1\r\n";
        const QByteArray host = "Host: localhost\r\n";
        const QByteArray start = "POST /api/v1/echo HTTP/1.1\r\n" + host;
        const auto row = [](const char *name, const QByteArray &request, int status = 400) {
            QTest::newRow(name) << request << status;
        };
        row("no host", line + "\r\n");
        row("two hosts", line + host + host + "\r\n");
        row("empty host", line + "Host: \r\n\r\n");
        row("host with a space", line + "Host: a b\r\n\r\n");
        row("host with user info", line + "Host: localhost@evil.example\r\n\r\n");
        row("foreign host", line + "Host: evil.example\r\n\r\n", 421);
        row("two lengths", start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
        row("conflicting lengths", start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
        row("list of lengths", start + "Content-Length: 3, 3\r\n\r\nabc");
        row("negative length", start + "Content-Length: -3\r\n\r\nabc");
        row("length with a plus", start + "Content-Length: +3\r\n\r\nabc");
        row("length in hexadecimal", start + "Content-Length: 0x3\r\n\r\nabc");
        row("empty length", start + "Content-Length: \r\n\r\nabc");
        row("length beyond 64 bits", start + "Content-Length: 99999999999999999999\r\n\r\nabc");
        row("length over the limit", start + "Content-Length: 65537\r\n\r\n", 413);
        row("length and chunked", start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunked and length", start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
        row("two codings", start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("unknown coding", start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked not last", start + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400);
        row("bad chunk size", start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        row("bad chunk end", start + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
        row("chunked over the limit", start + "Transfer-Encoding: chunked\r\n\r\n" + "10001\r\n" + QByteArray(65'537, 'x'), 413);
        row("space before colon", line + "Host : localhost\r\n\r\n");
        row("bare CR in a value", line + host + "X: a\rb\r\n\r\n");
        row("bare LF", "GET /api/v1/hello HTTP/1.1\nHost: localhost\n\n");
        row("NUL in a value", line + host + QByteArray("X: a\0b\r\n\r\n", 10));
        row("folded line", line + host + "X: a\r\n b\r\n\r\n");
        row("line without colon", line + host + "nonsense\r\n\r\n");
        row("empty name", line + host + ": x\r\n\r\n");
        row("leading blank", line + " Host: localhost\r\n\r\n");
        row("version 9.9", "GET /api/v1/hello HTTP/9.9\r\n" + host + "\r\n", 505);
        row("version 2.0", "GET /api/v1/hello HTTP/2.0\r\n" + host + "\r\n", 505);
        row("version 0.9", "GET /api/v1/hello HTTP/0.9\r\n" + host + "\r\n", 505);
        row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("no version", "GET /api/v1/hello\r\n" + host + "\r\n", 505);
        row("lower case method", "get /api/v1/hello HTTP/1.1\r\n" + host + "\r\n");
        row("unknown method", "BREW /api/v1/hello HTTP/1.1\r\n" + host + "\r\n");
        row("method of another protocol", "PROPFIND /api/v1/hello HTTP/1.1\r\n" + host + "\r\n", 405);
        row("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n" + host + "\r\n", 405);
        row("relative target", "GET api HTTP/1.1\r\n" + host + "\r\n");
        row("fragment", "GET /api/v1/hello#top HTTP/1.1\r\n" + host + "\r\n");
        row("space in the target", "GET /api/v1/he llo HTTP/1.1\r\n" + host + "\r\n");
        row("byte beyond ASCII in the target", "GET /api/v1/h\xc3\xa4 HTTP/1.1\r\n" + host + "\r\n");
        row("broken percent", "GET /api/v1/items/%4 HTTP/1.1\r\n" + host + "\r\n");
        row("percent without hex", "GET /api/v1/items/%zz HTTP/1.1\r\n" + host + "\r\n");
        row("invalid UTF-8", "GET /api/v1/items/%ff HTTP/1.1\r\n" + host + "\r\n");
        row("overlong UTF-8", "GET /api/v1/items/%c0%af HTTP/1.1\r\n" + host + "\r\n");
        row("NUL in the path", "GET /api/v1/items/a%00 HTTP/1.1\r\n" + host + "\r\n");
        row("encoded slash", "GET /api/v1/items/a%2fb HTTP/1.1\r\n" + host + "\r\n");
        row("invalid UTF-8 in the query", "GET /api/v1/hello?q=%ff HTTP/1.1\r\n" + host + "\r\n");
        row("NUL in the query", "GET /api/v1/hello?q=%00 HTTP/1.1\r\n" + host + "\r\n");
        row("head over 16 KiB", line + host + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431);
        row("endless target", "GET /" + QByteArray(17'000, 'x'), 431);
        row("unknown expectation", start + "Content-Length: 3\r\nExpect: miracles\r\n\r\n", 417);
        row("chunked in HTTP/1.0", "POST /api/v1/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("WebSocket elsewhere", get("/api/v1/hello", "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 404);
        row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    }

    void refuses()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const int, status);
        RawClient client(m_server.port());
        const auto answer = client.ask(request);
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        const QJsonObject error = answer->json()[u"error"].toObject();
        QVERIFY(!error[u"code"].toString().isEmpty());
        QVERIFY(!error[u"message"].toString().isEmpty());
        QCOMPARE(error[u"request_id"].toString().toLatin1(), answer->header("X-Request-ID"));
        QVERIFY(error[u"timestamp"].toString().endsWith(u'Z'));
        QVERIFY(error[u"details"].isObject());
        if (status != 421) {
            QCOMPARE(answer->header("Connection"), "close");
            QVERIFY(client.waitForClosed());
            QCOMPARE(client.rest(), QByteArray());
        }
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

    void refusesEndlessWrapping()
    {
        RawClient client(m_server.port());
        client.send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("1;" + QByteArray(100'000, 'x'));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 400);
    }

    void refusesALongBodyBeforeItIsSent()
    {
        RawClient client(m_server.port());
        client.send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n");
        // The client goes on sending for a while, as curl does: the answer must arrive all the same.
        client.send(QByteArray(1'000'000, 'x'));
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QCOMPARE(answer->errorCode(), u"PAYLOAD_TOO_LARGE"_s);
    }

    /** Seeded. Each connection ends in answers of known statuses, and the server goes on. */
    void survivesMutatedRequests()
    {
        QRandomGenerator random(20260103);
        const QList<QByteArray> seeds{
            get("/api/v1/items/1?a=b") + post("/api/v1/echo", "hello", "Content-Type: text/plain\r\n"),
            "POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "HEAD /api/v1/hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"};
        const QList<QByteArray> splices{"\r", "\n", "\r\n\r\n", " ", ":", QByteArray(1, '\0'), "Content-Length: 1\r\n",
                                        "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Upgrade: websocket\r\n"};
        const QList<int> known{100, 200, 204, 400, 404, 405, 408, 413, 417, 421, 431, 501, 505};
        const QRegularExpression statusLine(u"HTTP/1\\.1 (\\d{3}) "_s);
        QHash<int, int> seen;
        for (int i = 0; i < 1500; ++i) {
            QByteArray request = seeds[random.bounded(seeds.size())];
            for (int changes = random.bounded(1, 4); changes > 0; --changes) {
                const qsizetype at = random.bounded(request.size());
                if (random.bounded(2))
                    request[at] = static_cast<char>(random.bounded(256));
                else
                    request.insert(at, splices[random.bounded(splices.size())]);
            }
            RawClient client(m_server.port());
            const qsizetype cut = random.bounded(request.size());
            client.send(request.first(cut));
            client.send(request.sliced(cut));
            // A good request that says goodbye, lest an unfinished one is waited for; it may be taken for a body.
            client.send("\r\n\r\n" + get("/api/v1/hello", "Connection: close\r\n"));
            client.waitForClosed(20);
            const QString answers = QString::fromLatin1(client.rest());
            for (const QRegularExpressionMatch &line : statusLine.globalMatch(answers)) {
                const int status = line.captured(1).toInt();
                QVERIFY2(known.contains(status), qPrintable(answers));
                ++seen[status];
            }
        }
        QVERIFY(seen[200] > 100 && seen[400] > 100);
        RawClient after(m_server.port());
        QVERIFY(after.ask(get("/api/v1/hello")));
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
