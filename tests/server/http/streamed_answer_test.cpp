// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/body_source.h"
#include "tests/server/http/raw_client.h"
#include "tests/server/http/test_server.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

namespace {

constexpr qsizetype kPart = qsizetype{64} * 1024;

/** Parts of "0000…", "1111…" and so on; counts those that were asked for. */
class CountedSource final : public http::BodySource
{
public:
    struct Options {
        int parts = 3;
        std::optional<qint64> size = std::nullopt;
        bool fails = false;
        Gate *gate = nullptr;
    };

    CountedSource(Options options, std::atomic<int> *made, std::atomic<int> *alive)
        : m_options(options), m_made(made), m_alive(alive)
    {
        ++*m_alive;
    }
    ~CountedSource() override { --*m_alive; }

    std::optional<qint64> size() const override { return m_options.size; }
    QCoro::Task<Result<QByteArray>> next() override
    {
        if (m_options.gate) {
            Gate::Waiting waiting{*m_options.gate};
            co_await waiting;
        }
        if (m_part == m_options.parts) {
            if (m_options.fails)
                co_return fail(Error::internal(u"The disk is broken"_s));
            co_return QByteArray();
        }
        ++*m_made;
        co_return QByteArray(kPart, static_cast<char>('0' + m_part++ % 10));
    }

private:
    const Options m_options;
    std::atomic<int> *m_made;
    std::atomic<int> *m_alive;
    int m_part = 0;
};

QByteArray expected(int parts)
{
    QByteArray bytes;
    for (int part = 0; part < parts; ++part)
        bytes += QByteArray(kPart, static_cast<char>('0' + part % 10));
    return bytes;
}

/** Nothing where it is not whole. */
std::optional<QByteArray> withoutChunks(QByteArrayView body)
{
    QByteArray bytes;
    while (true) {
        const qsizetype end = body.indexOf("\r\n");
        bool isNumber = false;
        const qsizetype size = end < 0 ? 0 : body.first(end).toByteArray().toLongLong(&isNumber, 16);
        if (!isNumber || body.size() < end + 2 + size + 2)
            return std::nullopt;
        if (size == 0)
            return bytes;
        bytes += body.sliced(end + 2, size);
        body = body.sliced(end + 2 + size + 2);
    }
}

} // namespace

/** Answers that are made while they are sent. */
class StreamedAnswerTest : public QObject
{
    Q_OBJECT

private:
    QCoro::Task<Result<http::Response>> answer(CountedSource::Options options)
    {
        http::Response response{.body = {}, .contentType = "text/plain"};
        response.source = std::make_shared<CountedSource>(options, &m_made, &m_alive);
        co_return response;
    }

    /** At /api/v1/streamed. */
    std::unique_ptr<TestServer> serverOf(CountedSource::Options options)
    {
        const auto addMore = [this, options](http::Router &router) {
            for (const auto method : {http::Method::Get, http::Method::Post}) {
                router.add({.method = method,
                            .pattern = u"/api/v1/streamed"_s,
                            .handler = [this, options](http::Request) { return answer(options); },
                            .access = http::Access::Public,
                            .isStreamed = method == http::Method::Post});
            }
        };
        return std::make_unique<TestServer>(
            TestServer::Options{.service = {.loops = 2, .drainSeconds = 0}, .addMore = addMore});
    }

    std::atomic<int> m_made = 0;
    std::atomic<int> m_alive = 0;

private slots:
    void init() { m_made = 0; }
    void cleanup() { QTRY_COMPARE(m_alive.load(), 0); }

    void knownSize()
    {
        const auto server = serverOf({.parts = 40, .size = 40 * kPart});
        for (const QByteArray &request : {get("/api/v1/streamed"), post("/api/v1/streamed", {})}) {
            RawClient client(server->port());
            const auto answer = client.ask(request);
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->header("Connection"), "close");
            QVERIFY(!answer->has("Transfer-Encoding"));
            QVERIFY(!answer->header("X-Request-ID").isEmpty());
            QVERIFY(answer->body == expected(40));
            QVERIFY(client.waitForClosed());
            QCOMPARE(client.rest(), "");
        }
    }

    void unknownSize()
    {
        const auto server = serverOf({});
        RawClient client(server->port());
        const auto answer = client.ask(get("/api/v1/streamed"));
        QVERIFY(answer);
        QCOMPARE(answer->header("Transfer-Encoding"), "chunked");
        QVERIFY(!answer->has("Content-Length"));
        QVERIFY(client.waitForClosed());
        QCOMPARE(withoutChunks(client.rest()), expected(3));

        RawClient old(server->port());
        const auto plain = old.ask("GET /api/v1/streamed HTTP/1.0\r\n\r\n");
        QVERIFY(plain);
        QVERIFY(!plain->has("Transfer-Encoding"));
        QVERIFY(old.waitForClosed());
        QVERIFY(old.rest() == expected(3));
    }

    void headAsksForNoPart()
    {
        for (const std::optional<qint64> size : {std::optional<qint64>(3 * kPart), std::optional<qint64>()}) {
            const auto server = serverOf({.size = size});
            RawClient client(server->port());
            const auto answer = client.ask("HEAD /api/v1/streamed HTTP/1.1\r\nHost: localhost\r\n\r\n", true);
            QVERIFY(answer);
            QCOMPARE(answer->header("Content-Length"), size ? QByteArray::number(*size) : QByteArray());
            // Nothing was sent, so the connection stays.
            QVERIFY(client.ask(get("/api/v1/hello")));
        }
        QCOMPARE(m_made.load(), 0);
    }

    void cutsOffWhatIsNotWhole_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("fails");
        QTest::newRow("fails") << qint64(3 * kPart + 1) << true;
        QTest::newRow("fails in chunks") << qint64(-1) << true;
        QTest::newRow("too short") << qint64(3 * kPart + 1) << false;
        QTest::newRow("too long") << qint64(3 * kPart - 1) << false;
    }

    void cutsOffWhatIsNotWhole()
    {
        QFETCH(const qint64, size);
        QFETCH(const bool, fails);
        const auto server = serverOf({.size = size < 0 ? std::nullopt : std::optional(size), .fails = fails});
        RawClient client(server->port());
        client.send(get("/api/v1/streamed"));
        QVERIFY(client.waitForClosed());
        const qsizetype head = client.rest().indexOf("\r\n\r\n") + 4;
        const QByteArray body = client.rest().sliced(head);
        QVERIFY(size < 0 ? !withoutChunks(body) : body.size() < size);
        RawClient after(server->port());
        QVERIFY(after.ask(get("/api/v1/hello")));
    }

    void waitsForTheClient()
    {
        const auto server = serverOf({.parts = 2'000, .size = 2'000 * kPart});
        RawClient client(server->port());
        client.socket().setReadBufferSize(1024);
        client.send(get("/api/v1/streamed"));
        RawClient other(server->port());
        QTRY_VERIFY(m_made.load() > 0);
        for (int i = 0; i < 200; ++i)
            QVERIFY(other.ask(get("/api/v1/hello")));
        // What fits into the kernel's buffers and half a MiB more.
        QVERIFY2(m_made.load() < 300, qPrintable(QString::number(m_made.load())));
        client.socket().setReadBufferSize(0);
        const auto answer = client.read();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), 2'000 * kPart);
    }

    void endsWithTheClient()
    {
        Gate gate;
        const auto server = serverOf({.gate = &gate});
        for (const bool isWaiting : {true, false}) {
            RawClient client(server->port());
            client.send(get("/api/v1/streamed"));
            QTRY_COMPARE(gate.waiting(), 1);
            if (isWaiting) {
                gate.open();
                QTRY_COMPARE(gate.waiting(), 1);
            }
            client.socket().abort();
            QVERIFY(QTest::qWaitFor([&] {
                gate.open();
                return m_alive.load() == 0;
            }));
        }
    }

    void endsWithTheServer()
    {
        auto server = serverOf({.parts = 2'000, .size = 2'000 * kPart});
        RawClient client(server->port());
        client.socket().setReadBufferSize(1024);
        client.send(get("/api/v1/streamed"));
        QTRY_VERIFY(m_made.load() > 0);
        server.reset();
        QCOMPARE(m_alive.load(), 0);
    }
};

QTEST_GUILESS_MAIN(StreamedAnswerTest)
#include "streamed_answer_test.moc"
