// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/realtime_client.h"

#include "tests/app/support/await.h"
#include "tests/app/support/fake_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;
using Line = plexi::app::RealtimeClient::Line;

class RealtimeClientTest : public QObject
{
    Q_OBJECT

    static constexpr RealtimeTiming kFast{.firstRetry = std::chrono::milliseconds(40),
                                          .longestRetry = std::chrono::milliseconds(200),
                                          .handshake = std::chrono::milliseconds(1000),
                                          .quiet = std::chrono::milliseconds(100),
                                          .pongWait = std::chrono::milliseconds(100)};

    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<RealtimeClient> m_client;

private slots:
    void init()
    {
        m_server = std::make_unique<test::FakeServer>();
        m_server->world.addUser(u"ann"_s, u"Ann"_s);
        m_api = std::make_unique<ApiClient>(m_server->url());
        QVERIFY(await(m_api->signIn(u"ann"_s, u"secret"_s, true)));
        m_client = std::make_unique<RealtimeClient>(m_api.get(), kFast);
    }

    void cleanup()
    {
        m_client.reset();
        m_api.reset();
        m_server.reset();
    }

    void authenticatesByHeader()
    {
        QSignalSpy received(m_client.get(), &RealtimeClient::received);
        m_client->start();
        QTRY_COMPARE(m_client->line(), Line::Online);
        QCOMPARE(received.size(), 1);
        QCOMPARE(m_server->upgradeAuthorizations.last(), "Bearer access-1");
        QCOMPARE(m_server->upgrades.last().path(), u"/ws"_s);
        QVERIFY(!m_server->upgrades.last().hasQuery());
    }

    void comesBackAfterALoss()
    {
        m_client->start();
        QTRY_COMPARE(m_client->line(), Line::Online);
        m_server->goAway();
        QTRY_COMPARE(m_client->line(), Line::Waiting);
        QVERIFY(!m_client->send(protocol::PingRequest{}));
        QVERIFY(m_server->listen());
        QTRY_COMPARE(m_client->line(), Line::Online);
        QCOMPARE(m_server->socketCount(), 1);
    }

    void triesAtOnceWhenAsked()
    {
        RealtimeTiming slow = kFast;
        slow.firstRetry = slow.longestRetry = std::chrono::minutes(10);
        RealtimeClient client(m_api.get(), slow);
        client.start();
        QTRY_COMPARE(client.line(), Line::Online);
        m_server->dropSockets();
        QTRY_COMPARE(client.line(), Line::Waiting);
        QVERIFY(client.secondsToRetry() > 200);
        client.retryNow();
        QTRY_COMPARE(client.line(), Line::Online);
    }

    void noticesADeadPeer()
    {
        m_client->start();
        QTRY_COMPARE(m_client->line(), Line::Online);
        // Answered pings keep it alive beyond several quiet periods.
        QTRY_VERIFY(std::ranges::count_if(m_server->frames,
                                          [](const protocol::ClientRequest &frame) {
                                              return std::holds_alternative<protocol::PingRequest>(frame);
                                          })
                    >= 3);
        QCOMPARE(m_server->upgrades.size(), 1);
        m_server->ignorePings = true;
        QTRY_VERIFY(m_server->upgrades.size() >= 2);
    }

    void replacesATokenThatIsNotAccepted()
    {
        m_server->expireAccessTokens();
        m_client->start();
        QTRY_COMPARE(m_client->line(), Line::Online);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
        QCOMPARE(m_server->upgradeAuthorizations.last(), "Bearer access-2");
    }

    void stopsForGood()
    {
        m_client->start();
        QTRY_COMPARE(m_client->line(), Line::Online);
        m_client->stop();
        QTRY_COMPARE(m_server->socketCount(), 0);
        QCOMPARE(m_client->line(), Line::Idle);
        QVERIFY(!QTest::qWaitFor([this] { return m_server->socketCount() > 0; }, 300));
    }

    void waitsLongerEachTimeAndNeverAlike()
    {
        const RealtimeTiming timing;
        QSet<qint64> seen;
        for (int attempt = 0; attempt < 12; ++attempt) {
            const double whole = std::min(30'000.0, 1000.0 * std::pow(2, attempt));
            for (int i = 0; i < 50; ++i) {
                const auto delay = static_cast<double>(retryDelay(attempt, timing).count());
                QVERIFY(delay >= whole * 0.5 - 1 && delay <= whole);
                seen.insert(static_cast<qint64>(delay));
            }
        }
        QVERIFY(seen.size() > 300);
        QVERIFY(retryDelay(1'000'000, timing) <= timing.longestRetry);
    }
};

QTEST_GUILESS_MAIN(RealtimeClientTest)
#include "realtime_client_test.moc"
