// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/api_client.h"

#include "app/net/error_text.h"
#include "tests/app/support/await.h"
#include "tests/app/support/fake_server.h"

#include <QCoroTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

/** Answers every request with the same bytes. */
class OneAnswer : public QTcpServer
{
public:
    explicit OneAnswer(const QByteArray &answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                if (answer.isEmpty())
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
};

QCoro::Task<> slowKeeper(QList<protocol::Tokens> *kept, protocol::Tokens tokens)
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(50));
    kept->append(tokens);
}

} // namespace

class ApiClientTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    UserId m_ann;

private slots:
    void init()
    {
        m_server = std::make_unique<test::FakeServer>();
        m_ann = m_server->world.addUser(u"ann"_s, u"Ann"_s);
        m_api = std::make_unique<ApiClient>(m_server->url());
    }

    void cleanup()
    {
        m_api.reset();
        m_server.reset();
    }

    void signsIn()
    {
        const auto info = await(m_api->serverInfo());
        QVERIFY(info);
        QCOMPARE(info->version, u"a.1.1-1"_s);
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        const auto me = await(m_api->me());
        QVERIFY(me);
        QCOMPARE(me->id, m_ann);
        QCOMPARE(m_server->seen.last().authorization, "Bearer access-1");
        for (const auto &request : m_server->seen)
            QVERIFY2(!request.query.contains("access-"_L1) && !request.query.contains("refresh-"_L1),
                     "a token in an address");
    }

    void saysWhyASignInFails()
    {
        const auto refused = await(m_api->signIn(u"ann"_s, u"wrong"_s, true));
        QVERIFY(!refused);
        QCOMPARE(refused.error().failure, Failure::Refused);
        QCOMPARE(refused.error().error.code, ErrorCode::InvalidCredentials);
        QVERIFY(errorText(refused.error()).contains("password"_L1));
        QVERIFY(!m_api->hasTokens());
    }

    void refreshesOnceForEverybody()
    {
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        QList<protocol::Tokens> kept;
        m_api->setTokenKeeper([&kept](protocol::Tokens tokens) { return slowKeeper(&kept, std::move(tokens)); });
        m_server->expireAccessTokens();
        int good = 0;
        for (int i = 0; i < 5; ++i)
            m_api->me().then([&good](const ApiResult<protocol::User> &me) { good += me ? 1 : 0; });
        QTRY_COMPARE(good, 5);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().refreshToken, u"refresh-2"_s);
        QCOMPARE(m_api->tokens().accessToken, u"access-2"_s);
    }

    void keepsTheNewPairBeforeItIsUsed()
    {
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        bool usedTooEarly = false;
        QList<protocol::Tokens> kept;
        m_api->setTokenKeeper([&](protocol::Tokens tokens) {
            for (const auto &request : m_server->seen)
                usedTooEarly |= request.authorization.contains(tokens.accessToken.toLatin1());
            return slowKeeper(&kept, std::move(tokens));
        });
        m_server->expireAccessTokens();
        bool done = false;
        m_api->me().then([&](const ApiResult<protocol::User> &) { done = true; });
        QTRY_COMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
        while (kept.isEmpty()) {
            for (const auto &request : m_server->seen)
                usedTooEarly |= request.authorization == "Bearer access-2";
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        QTRY_VERIFY(done);
        QVERIFY(!usedTooEarly);
        QCOMPARE(m_server->seen.last().authorization, "Bearer access-2");
    }

    void refreshesAheadOfTime()
    {
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        protocol::Tokens old = m_api->tokens();
        old.expiresIn = 5;
        m_api->setTokens(old);
        const auto token = await(m_api->freshAccessToken());
        QVERIFY(token);
        QCOMPARE(*token, u"access-2"_s);
        const auto again = await(m_api->freshAccessToken());
        QCOMPARE(*again, u"access-2"_s);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
    }

    void endsTheSessionWhenTheRefreshIsRefused()
    {
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        QSignalSpy over(m_api.get(), &ApiClient::signedOut);
        m_server->refuseRefresh = true;
        m_server->expireAccessTokens();
        QVERIFY(!await(m_api->me()));
        QVERIFY(!await(m_api->me()));
        QCOMPARE(over.size(), 1);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
    }

    void aRefreshThatGetsNoAnswerEndsNothing()
    {
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        QSignalSpy over(m_api.get(), &ApiClient::signedOut);
        protocol::Tokens old = m_api->tokens();
        old.expiresIn = 0;
        m_api->setTokens(old);
        m_server->goAway();
        const auto refused = await(m_api->me());
        QVERIFY(!refused);
        QCOMPARE(refused.error().failure, Failure::Unreachable);
        QVERIFY(m_server->listen());
        QVERIFY(await(m_api->me()));
        QCOMPARE(over.size(), 0);
    }

    void tellsFailuresApart_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<bool>("definite");
        const QByteArray page = "<html>Hello</html>";
        const QByteArray length = QByteArray::number(page.size());
        QTest::newRow("a page") << "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + page
                                << Failure::NotPlexiChat << false;
        QTest::newRow("a page that is not there") << "HTTP/1.1 404 Not Found\r\nContent-Length: " + length + "\r\n\r\n"
                + page << Failure::NotPlexiChat << false;
        QTest::newRow("other JSON") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                                    << Failure::NotPlexiChat << false;
        QTest::newRow("a redirect") << QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
                                    << Failure::NotPlexiChat << false;
        QTest::newRow("a proxy's fault") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                                         << Failure::Refused << false;
        const QByteArray limit = R"({"error":{"code":"RATE_LIMIT_EXCEEDED","message":"m","retry_after":7}})";
        QTest::newRow("too often") << "HTTP/1.1 429 Too Many Requests\r\nContent-Length: "
                + QByteArray::number(limit.size()) + "\r\n\r\n" + limit
                                   << Failure::Refused << false;
        const QByteArray forbidden = R"({"error":{"code":"INSUFFICIENT_PERMISSIONS","message":"m"}})";
        QTest::newRow("forbidden") << "HTTP/1.1 403 Forbidden\r\nContent-Length: "
                + QByteArray::number(forbidden.size()) + "\r\n\r\n" + forbidden
                                   << Failure::Refused << true;
        QTest::newRow("silence") << QByteArray() << Failure::TimedOut << false;
        QTest::newRow("rubbish") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << Failure::Unreachable << false;
    }

    void tellsFailuresApart()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Failure, failure);
        QFETCH(bool, definite);
        const OneAnswer server(answer);
        ApiClient api(server.url());
        api.setTimeout(std::chrono::milliseconds(300));
        const auto info = await(api.serverInfo());
        QVERIFY(!info);
        QCOMPARE(info.error().failure, failure);
        QCOMPARE(info.error().isDefinite(), definite);
        QVERIFY(!errorText(info.error()).isEmpty());
    }

    void saysThatNobodyIsThere()
    {
        m_server->goAway();
        const auto info = await(m_api->serverInfo());
        QVERIFY(!info);
        QCOMPARE(info.error().failure, Failure::Unreachable);
    }

    void endsCallsWhenItIsDestroyed()
    {
        const OneAnswer silent{QByteArray()};
        auto api = std::make_unique<ApiClient>(silent.url());
        std::optional<Failure> ended;
        api->serverInfo().then([&ended](const ApiResult<ServerInfo> &info) { ended = info.error().failure; });
        api.reset();
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(*ended, Failure::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "api_client_test.moc"
