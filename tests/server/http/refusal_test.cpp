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

const QByteArray kLine = "GET /api/v1/hello HTTP/1.1\r\n";
const QByteArray kHost = "Host: localhost\r\n";
const QByteArray kStart = "POST /api/v1/echo HTTP/1.1\r\n" + kHost;

void row(const char *name, const QByteArray &request, int status = 400)
{
    QTest::newRow(name) << request << status;
}

void addHosts()
{
    row("no host", kLine + "\r\n");
    row("two hosts", kLine + kHost + kHost + "\r\n");
    row("empty host", kLine + "Host: \r\n\r\n");
    row("host with a space", kLine + "Host: a b\r\n\r\n");
    row("host with user info", kLine + "Host: localhost@evil.example\r\n\r\n");
    row("foreign host", kLine + "Host: evil.example\r\n\r\n", 421);
}

void addLengths()
{
    row("two lengths", kStart + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    row("conflicting lengths", kStart + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    row("list of lengths", kStart + "Content-Length: 3, 3\r\n\r\nabc");
    row("negative length", kStart + "Content-Length: -3\r\n\r\nabc");
    row("length with a plus", kStart + "Content-Length: +3\r\n\r\nabc");
    row("length in hexadecimal", kStart + "Content-Length: 0x3\r\n\r\nabc");
    row("empty length", kStart + "Content-Length: \r\n\r\nabc");
    row("length beyond 64 bits", kStart + "Content-Length: 99999999999999999999\r\n\r\nabc");
    row("length over the limit", kStart + "Content-Length: 65537\r\n\r\n", 413);
    row("length and chunked", kStart + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunked and length", kStart + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
    row("two codings", kStart + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("unknown coding", kStart + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
    row("chunked not last", kStart + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400);
    row("bad chunk size", kStart + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
    row("bad chunk end", kStart + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
    row("chunked over the limit", kStart + "Transfer-Encoding: chunked\r\n\r\n" + "10001\r\n" + QByteArray(65'537, 'x'),
        413);
}

void addHeads()
{
    row("space before colon", kLine + "Host : localhost\r\n\r\n");
    row("bare CR in a value", kLine + kHost + "X: a\rb\r\n\r\n");
    row("bare LF", "GET /api/v1/hello HTTP/1.1\nHost: localhost\n\n");
    row("NUL in a value", kLine + kHost + QByteArray("X: a\0b\r\n\r\n", 10));
    row("folded line", kLine + kHost + "X: a\r\n b\r\n\r\n");
    row("line without colon", kLine + kHost + "nonsense\r\n\r\n");
    row("empty name", kLine + kHost + ": x\r\n\r\n");
    row("leading blank", kLine + " Host: localhost\r\n\r\n");
    row("version 9.9", "GET /api/v1/hello HTTP/9.9\r\n" + kHost + "\r\n", 505);
    row("version 2.0", "GET /api/v1/hello HTTP/2.0\r\n" + kHost + "\r\n", 505);
    row("version 0.9", "GET /api/v1/hello HTTP/0.9\r\n" + kHost + "\r\n", 505);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("no version", "GET /api/v1/hello\r\n" + kHost + "\r\n", 505);
    row("lower case method", "get /api/v1/hello HTTP/1.1\r\n" + kHost + "\r\n");
    row("unknown method", "BREW /api/v1/hello HTTP/1.1\r\n" + kHost + "\r\n");
    row("method of another protocol", "PROPFIND /api/v1/hello HTTP/1.1\r\n" + kHost + "\r\n", 405);
    row("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n" + kHost + "\r\n", 405);
}

void addTargets()
{
    row("relative target", "GET api HTTP/1.1\r\n" + kHost + "\r\n");
    row("fragment", "GET /api/v1/hello#top HTTP/1.1\r\n" + kHost + "\r\n");
    row("space in the target", "GET /api/v1/he llo HTTP/1.1\r\n" + kHost + "\r\n");
    row("byte beyond ASCII in the target", "GET /api/v1/h\xc3\xa4 HTTP/1.1\r\n" + kHost + "\r\n");
    row("broken percent", "GET /api/v1/items/%4 HTTP/1.1\r\n" + kHost + "\r\n");
    row("percent without hex", "GET /api/v1/items/%zz HTTP/1.1\r\n" + kHost + "\r\n");
    row("invalid UTF-8", "GET /api/v1/items/%ff HTTP/1.1\r\n" + kHost + "\r\n");
    row("overlong UTF-8", "GET /api/v1/items/%c0%af HTTP/1.1\r\n" + kHost + "\r\n");
    row("NUL in the path", "GET /api/v1/items/a%00 HTTP/1.1\r\n" + kHost + "\r\n");
    row("encoded slash", "GET /api/v1/items/a%2fb HTTP/1.1\r\n" + kHost + "\r\n");
    row("invalid UTF-8 in the query", "GET /api/v1/hello?q=%ff HTTP/1.1\r\n" + kHost + "\r\n");
    row("NUL in the query", "GET /api/v1/hello?q=%00 HTTP/1.1\r\n" + kHost + "\r\n");
}

void addOthers()
{
    row("head over 16 KiB", kLine + kHost + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431);
    row("endless target", "GET /" + QByteArray(17'000, 'x'), 431);
    row("unknown expectation", kStart + "Content-Length: 3\r\nExpect: miracles\r\n\r\n", 417);
    row("chunked in HTTP/1.0", "POST /api/v1/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("WebSocket elsewhere", get("/api/v1/hello", "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 404);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
}

} // namespace

/** What the connection guard refuses: each request that two readers could understand in two ways. */
class RefusalTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_server.port() != 0); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        addHosts();
        addLengths();
        addHeads();
        addTargets();
        addOthers();
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
        const QList<QByteArray> splices{"\r",
                                        "\n",
                                        "\r\n\r\n",
                                        " ",
                                        ":",
                                        QByteArray(1, '\0'),
                                        "Content-Length: 1\r\n",
                                        "Transfer-Encoding: chunked\r\n",
                                        "Connection: close\r\n",
                                        "Upgrade: websocket\r\n"};
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

private:
    TestServer m_server;
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "refusal_test.moc"
