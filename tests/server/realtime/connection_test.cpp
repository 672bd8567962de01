// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"
#include "tests/server/realtime/raw_client.h"
#include "tests/support/socket_client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::test {

namespace {

constexpr int kText = 1;
constexpr int kContinuation = 0;
constexpr int kPing = 9;

QString token(UserId user)
{
    return FakeAuthenticator::sessionToken(user, user.value());
}

const QByteArray kPingFrame = R"({"type":"ping","id":"p"})";

qsizetype messageCount(const SocketClient &client)
{
    return client.all(u"message"_s).size();
}

realtime::Publication longPublication(qint64 number)
{
    protocol::Message message = testMessage(kGeneral, number);
    message.content = QString(10'000, u'x');
    return {protocol::MessageCreated{message}, realtime::ChannelAudience{.channelId = kGeneral, .people = {}}};
}

/**
 * Publishes until the server has given up a socket of kBoris, and some more; false where it never does. Returns when
 * @p fast, a subscriber as well, has all of it.
 */
bool publishUntilTooSlow(FakeServer &server, const SocketClient &fast, qint64 &published)
{
    // More than any kernel's buffers between the two could take.
    constexpr qint64 kMost = 6'400;
    bool isGivenUp = false;
    while (!isGivenUp && published < kMost) {
        isGivenUp = server.hub.status(kBoris) == protocol::PresenceStatus::Offline;
        for (int i = 0; i < 50; ++i)
            server.hub.publish(longPublication(++published));
        if (!QTest::qWaitFor([&] { return messageCount(fast) == published; }, 30'000))
            return false;
    }
    return isGivenUp;
}

} // namespace

/** The connection below the frames: how they are cut, slow and dead peers, and the end. */
class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFramesByteByByte();
    void readsFragmentedFrames();
    void answersPingsOfTheProtocol();
    void refusesReservedBits();
    void endsQuietlyWhenThePeerVanishes();
    void pingsAndKeepsWhoAnswers();
    void cutsADeadPeer();
    void closesASlowReaderOnly();
    void cutsASlowReaderThatNeverReads();
    void saysGoodbye();
    void saysGoodbyeToTheSilent();
    void isReleasedWithOpenSockets();
};

void ConnectionTest::readsFramesByteByByte()
{
    FakeServer server;
    RawClient client;
    QVERIFY(client.open(server.url(token(kAnna))));
    for (const char byte : RawClient::frame(kText, kPingFrame)) {
        client.write(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(client.received().contains(R"("type":"pong")"));
    QVERIFY(client.received().contains(R"("id":"p")"));
}

void ConnectionTest::readsFragmentedFrames()
{
    FakeServer server;
    RawClient client;
    QVERIFY(client.open(server.url(token(kAnna))));
    // With a control frame in between, as RFC 6455, section 5.4, allows.
    client.write(RawClient::frame(kText, kPingFrame.first(5), false));
    client.write(RawClient::frame(kPing, "are you there"));
    client.write(RawClient::frame(kContinuation, kPingFrame.sliced(5, 4), false)
                 + RawClient::frame(kContinuation, kPingFrame.sliced(9), true));
    QTRY_VERIFY(client.received().contains(R"("type":"pong")"));
    QVERIFY(client.received().contains("\x8a\x0d"
                                       "are you there"));
}

void ConnectionTest::answersPingsOfTheProtocol()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), token(kAnna)));
    QByteArray echoed;
    QObject::connect(&client.socket(), &QWebSocket::pong, &client,
                     [&](quint64, const QByteArray &payload) { echoed = payload; });
    client.socket().ping("hello");
    QTRY_COMPARE(echoed, "hello");
}

void ConnectionTest::refusesReservedBits()
{
    FakeServer server;
    RawClient client;
    QVERIFY(client.open(server.url(token(kAnna))));
    client.write(RawClient::frame(kText | 0x40, kPingFrame));
    QTRY_COMPARE(client.closeCode(), 1002);
    QVERIFY(!client.received().contains(R"("type":"pong")"));
    QTRY_COMPARE(server.hub.connectionCount(), 0);
}

void ConnectionTest::endsQuietlyWhenThePeerVanishes()
{
    FakeServer server;
    for (int i = 0; i < 20; ++i) {
        RawClient client;
        QVERIFY(client.open(server.url(token(kAnna))));
        client.write(RawClient::frame(kText, R"({"type":"subscribe","channels":["general"]})"));
        client.socket().abort();
        server.hub.publish(messagePublication(kGeneral, i + 1));
    }
    QTRY_COMPARE(server.hub.connectionCount(), 0);
    QTRY_COMPARE(server.hub.status(kAnna), protocol::PresenceStatus::Offline);
}

void ConnectionTest::pingsAndKeepsWhoAnswers()
{
    realtime::HubOptions options = quickOptions();
    options.pingInterval = 100ms;
    FakeServer server(options);
    SocketClient client;
    RawClient silent;
    QVERIFY(client.signIn(server.url(), token(kAnna)));
    QVERIFY(silent.open(server.url(token(kBoris))));
    QTRY_VERIFY(silent.received().contains(QByteArray("\x89\x00", 2)));
    QTRY_COMPARE(server.hub.connectionCount(), 1);
    client.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!client.next(u"pong"_s).isEmpty());
}

void ConnectionTest::cutsADeadPeer()
{
    realtime::HubOptions options = quickOptions();
    options.pingInterval = 400ms;
    FakeServer server(options);
    server.requests.setPeers(kAnna, {kBoris});
    SocketClient boris;
    RawClient anna;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    QElapsedTimer alive;
    QVERIFY(anna.open(server.url(token(kAnna))));
    alive.start();
    QTRY_COMPARE(anna.socket().state(), QAbstractSocket::UnconnectedState);
    // Two intervals of silence: 40 s of the real 20 s, where the contract wants less than 45 s.
    QVERIFY2(alive.elapsed() >= 650, qPrintable(QString::number(alive.elapsed())));
    QVERIFY2(alive.elapsed() < 2000, qPrintable(QString::number(alive.elapsed())));
    QTRY_COMPARE(boris.all(u"presence"_s).size(), 2);
}

void ConnectionTest::closesASlowReaderOnly()
{
    realtime::HubOptions options = quickOptions();
    options.closeDeadline = 60s;
    FakeServer server(options);
    SocketClient fast;
    RawClient slow;
    QVERIFY(fast.signIn(server.url(), token(kAnna)));
    QVERIFY(fast.subscribe({u"general"_s}));
    QVERIFY(slow.open(server.url(token(kBoris)), 64 << 10));
    slow.write(RawClient::frame(kText, R"({"type":"subscribe","channels":["general"]})"));
    QTRY_VERIFY(slow.received().contains(R"("type":"subscribed")"));
    slow.stopReading();
    qint64 published = 0;
    QVERIFY(publishUntilTooSlow(server, fast, published));
    slow.resumeReading();
    QTRY_COMPARE_WITH_TIMEOUT(slow.closeCode(), 4408, 20'000);
    // What was sent before the end is whole, and the other one got everything.
    QVERIFY(slow.received().count(R"("type":"message")") < published);
    QCOMPARE(messageCount(fast), published);
}

void ConnectionTest::cutsASlowReaderThatNeverReads()
{
    FakeServer server;
    SocketClient fast;
    RawClient slow;
    QVERIFY(fast.signIn(server.url(), token(kAnna)));
    QVERIFY(fast.subscribe({u"general"_s}));
    QVERIFY(slow.open(server.url(token(kBoris)), 64 << 10));
    slow.write(RawClient::frame(kText, R"({"type":"subscribe","channels":["general"]})"));
    QTRY_VERIFY(slow.received().contains(R"("type":"subscribed")"));
    slow.stopReading();
    qint64 published = 0;
    QVERIFY(publishUntilTooSlow(server, fast, published));
    QTRY_COMPARE(server.hub.connectionCount(), 1);
}

void ConnectionTest::saysGoodbye()
{
    FakeServer server;
    std::array<SocketClient, 6> clients;
    for (SocketClient &client : clients)
        QVERIFY(client.signIn(server.url(), token(kAnna)));
    QVERIFY(server.goAway());
    for (SocketClient &client : clients) {
        QVERIFY(client.waitForClose());
        QCOMPARE(client.closeCode(), 1001);
    }
}

void ConnectionTest::saysGoodbyeToTheSilent()
{
    FakeServer server;
    RawClient silent;
    QVERIFY(silent.open(server.url(token(kAnna))));
    QVERIFY(server.goAway());
    QTRY_COMPARE(silent.closeCode(), 1001);
}

void ConnectionTest::isReleasedWithOpenSockets()
{
    SocketClient client;
    SocketClient waiting;
    {
        FakeServer server;
        server.requests.hold();
        QVERIFY(client.signIn(server.url(), token(kAnna)));
        QVERIFY(waiting.open(server.url()));
        client.send({{"type"_L1, "send_message"_L1}, {"channel_id"_L1, "general"_L1}, {"content"_L1, "x"_L1}});
        QTRY_COMPARE(server.requests.sentContents().size(), 1);
        server.hub.publish(messagePublication(kGeneral, 1));
    }
    QVERIFY(client.waitForClose());
    QVERIFY(waiting.waitForClose());
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::ConnectionTest)
#include "connection_test.moc"
